namespace CrmMapping;

/// <summary>Names what kept a field or record from being synced, or what a person should know of one that was. The names are for ever.</summary>
public enum IssueCode
{
    /// <summary>The value is longer than its target takes.</summary>
    ValueTooLong,

    /// <summary>The value is none of the picklist's options.</summary>
    NotAnOption,

    /// <summary>The value is not of the target's kind, or the converter has no counterpart for it.</summary>
    NotConvertible,

    /// <summary>The e-mail address is none.</summary>
    InvalidEmail,

    /// <summary>The phone number is none; it is kept as text and not used for matching.</summary>
    InvalidPhone,

    /// <summary>The target must hold a value and the other side is blank.</summary>
    BlankNotAllowed,

    /// <summary>The owner is not paired with a user of the other side.</summary>
    OwnerNotPaired,

    /// <summary>The field cannot be written.</summary>
    ReadOnlyField,

    /// <summary>The CRM, or the host's contact, has no such field any more.</summary>
    FieldMissing,

    /// <summary>Both sides changed and a person is to choose.</summary>
    ConflictParked,

    /// <summary>Several records could be the counterpart.</summary>
    MatchAmbiguous,

    /// <summary>Phone number and e-mail point at different records.</summary>
    MatchContradictory,

    /// <summary>Several records claim one counterpart.</summary>
    MatchClaimed,

    /// <summary>The record was created although it shares a key with another that is linked.</summary>
    KeyShared,

    /// <summary>The CRM refused the value or the record.</summary>
    RefusedByCrm,

    /// <summary>The host refused the value or the contact.</summary>
    RefusedByHost,

    /// <summary>The CRM took the write but holds another value.</summary>
    NotKeptByCrm,

    /// <summary>One side was edited while the other was deleted; the edit was kept.</summary>
    EditedAndDeleted,

    /// <summary>The record failed again and again and is put aside until it changes.</summary>
    Quarantined,

    /// <summary>A converter, policy or condition, code of the host's, threw an exception.</summary>
    CodeFailed,

    /// <summary>The CRM's field is of another type now, so that values would be lost.</summary>
    FieldRetyped,

    /// <summary>Another record with the same phone number is of the kind that goes first; this one is ignored.</summary>
    DuplicateIgnored,

    /// <summary>The lead was converted into a contact, and the connection syncs no contacts; the link ended.</summary>
    LeadConverted,

    /// <summary>Several contacts have the number of a call; it was logged on one of them.</summary>
    CallOnSeveralContacts,

    /// <summary>The CRM refused a call or message, or its outcome; it is not logged.</summary>
    CallRefused,

    /// <summary>Calls or messages wait for a contact that has their number.</summary>
    CallsWaiting,

    /// <summary>A rule or default of the code's names an outcome or tag that there is not, and is left out.</summary>
    OutcomeNotFound,
}

namespace CrmMapping;

/// <summary>Says how saving a local contact ended.</summary>
public enum LocalSaveOutcome
{
    /// <summary>It is saved or created.</summary>
    Saved,

    /// <summary>Somebody changed the contact since it was read; it is to be planned again.</summary>
    Changed,

    /// <summary>The contact is not there any more.</summary>
    Gone,

    /// <summary>The host refuses it, for good.</summary>
    Refused,
}

namespace CrmMapping;

/// <summary>Names what a CRM may have or lack. Of what it lacks the contract proves that it is not pretended.</summary>
[Flags]
public enum CrmAbilities
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>People can merge two records into one.</summary>
    Merges = 1 << 0,

    /// <summary>No two records share an e-mail address; the CRM refuses the second.</summary>
    UniqueEmails = 1 << 1,

    /// <summary>A unique field can hold the local contact's id, so that a create may be repeated.</summary>
    ExternalIds = 1 << 2,

    /// <summary>Changes tell of records that were archived or deleted.</summary>
    TellsDeletions = 1 << 3,

    /// <summary>The CRM keeps a history of fields, by which it is known when one changed.</summary>
    FieldTimes = 1 << 4,

    /// <summary>Access tokens end and are renewed.</summary>
    RenewsTokens = 1 << 5,

    /// <summary>The account's rate limit is known beforehand, so that no request need ever be refused for it.</summary>
    KnownLimits = 1 << 6,

    /// <summary>Deactivated users are told of as such.</summary>
    DeactivatedOwners = 1 << 7,

    /// <summary>Leads are records of their own.</summary>
    Leads = 1 << 8,

    /// <summary>The adapter is <see cref="IReceivesNotices"/>.</summary>
    Notices = 1 << 9,

    /// <summary>The adapter is <see cref="IIdentifiesAccounts"/>.</summary>
    IdentifiesAccounts = 1 << 10,

    /// <summary>Sessions are <see cref="ICountsRecords"/>.</summary>
    Counts = 1 << 11,

    /// <summary>Sessions are <see cref="IReadsLists"/>.</summary>
    Lists = 1 << 12,

    /// <summary>Sessions are <see cref="IChecksAccess"/>.</summary>
    ChecksAccess = 1 << 13,

    /// <summary>Sessions are <see cref="ISetsUpFields"/>.</summary>
    SetsUpFields = 1 << 14,

    /// <summary>Permission to write can be withheld from single fields.</summary>
    FieldPermissions = 1 << 15,

    /// <summary>Sessions are <see cref="ICallLog"/>.</summary>
    CallLog = 1 << 16,
}

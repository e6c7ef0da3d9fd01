using NodaTime;

namespace CrmMapping;

/// <summary>Says what keeps a field or contact from being synced, for a person to see to.</summary>
public sealed record SyncIssue
{
    /// <summary>Gets what it is.</summary>
    public required IssueCode Code { get; init; }

    /// <summary>Gets the local contact; null while there is none, and where the connection itself is meant.</summary>
    public string? LocalId { get; init; }

    /// <summary>Gets the CRM record; null while there is none, and where the connection itself is meant.</summary>
    public string? CrmId { get; init; }

    /// <summary>Gets the kind of the CRM record.</summary>
    /// <value>The default is <see cref="RecordType.Contact"/>, also where there is no record.</value>
    public RecordType RecordType { get; init; }

    /// <summary>Gets the local field's key; null when the whole contact is meant.</summary>
    public string? Field { get; init; }

    /// <summary>
    /// Gets the others that the issue is about too, such as those who share a key, ten of them at most; a local id each, or <c>crm:</c> and
    /// a CRM id. When one of them changes, the issue is looked at anew.
    /// </summary>
    public EquatableArray<string> Others { get; init; }

    /// <summary>Gets what is wrong and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Gets when it was first met.</summary>
    public Instant At { get; init; }
}

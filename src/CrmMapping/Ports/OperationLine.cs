namespace CrmMapping;

/// <summary>Holds one line of an operation's report: what was found or done about one contact, user, field or check.</summary>
public sealed record OperationLine
{
    /// <summary>Gets the line's place in its run's report, from 1; 0 until it is saved.</summary>
    public long Number { get; init; }

    /// <summary>Gets what the line says of its subject.</summary>
    public required OperationLineKind Kind { get; init; }

    /// <summary>Gets whom or what the line is about, as people know it: a field, a user, a check; empty for contacts.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Gets the local contact's or user's id; null when there is none.</summary>
    public string? LocalId { get; init; }

    /// <summary>Gets the CRM record's or owner's id; null when there is none.</summary>
    public string? CrmId { get; init; }

    /// <summary>Gets the kind of the CRM record.</summary>
    /// <value>The default is <see cref="RecordType.Contact"/>, also where there is no record.</value>
    public RecordType RecordType { get; init; }

    /// <summary>Gets what is to be read: a plan as a diff, a reason, a remedy. May hold values of a contact.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Gets what tells the line from others of its run, such as the phone number of an audience's contact, or by which a plan is known again;
    /// null when nothing does. Of two lines of a run with the same one the first is kept.
    /// </summary>
    public string? Fingerprint { get; init; }
}

using NodaTime;

namespace CrmMapping;

/// <summary>Asks for an activity to be added to a record.</summary>
public abstract record ActivityCreate : ActivityWrite
{
    private protected ActivityCreate()
    {
    }

    /// <summary>Gets the kind of the record that it belongs to.</summary>
    public required RecordType RecordType { get; init; }

    /// <summary>Gets the CRM's id of the record that it belongs to.</summary>
    public required string RecordId { get; init; }

    /// <summary>Gets who called or wrote to whom.</summary>
    public required CallDirection Direction { get; init; }

    /// <summary>Gets when.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the line of text that people see first.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the text below it, plain, with line feeds; empty where there is none.</summary>
    public string Body { get; init; } = "";

    /// <summary>Gets the number of the contact, E.164 where it is a number; null when it was withheld.</summary>
    public string? ContactNumber { get; init; }

    /// <summary>Gets the number of the host's line, likewise.</summary>
    public string? LineNumber { get; init; }

    /// <summary>Gets the CRM's id of the user; null when nobody is paired with him.</summary>
    public string? OwnerId { get; init; }
}

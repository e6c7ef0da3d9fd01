namespace CrmMapping;

/// <summary>Says what became of one contact that was to be saved or created.</summary>
public sealed record LocalSaveResult
{
    /// <summary>Gets how it ended.</summary>
    public required LocalSaveOutcome Outcome { get; init; }

    /// <summary>Gets the contact's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Gets the contact's version now.</summary>
    public string Version { get; init; } = "";

    /// <summary>Gets the fields that the host refused; the others were saved.</summary>
    public EquatableArray<FieldRefusal> RefusedFields { get; init; }

    /// <summary>Gets why the host refused the contact, without its values; null when it did not.</summary>
    public string? Message { get; init; }
}

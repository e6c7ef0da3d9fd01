namespace CrmMapping.Emulators;

/// <summary>Says word for word what a request is answered, whatever the CRM would say. Immutable.</summary>
public sealed record FaultAnswer
{
    /// <summary>Gets the status.</summary>
    public required int Status { get; init; }

    /// <summary>Gets the body.</summary>
    /// <value>The default is empty.</value>
    public string Body { get; init; } = "";

    /// <summary>Gets the body's media type; empty sends none.</summary>
    /// <value>The default is <c>application/json</c>.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Gets the headers that the answer has besides.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets whether what was asked is done all the same.</summary>
    /// <value>The default is false.</value>
    public bool IsCarriedOut { get; init; }
}

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Refuses a request in the service's words.</summary>
internal sealed class HighLevelProblem : Exception
{
    private readonly IReadOnlyList<string>? _messages;
    private readonly string? _error;
    private readonly Action<System.Text.Json.Utf8JsonWriter>? _more;

    public HighLevelProblem(int status, string message, string? error = null, Action<System.Text.Json.Utf8JsonWriter>? more = null)
        : base(message) => (Status, _error, _more) = (status, error, more);

    private HighLevelProblem(IReadOnlyList<string> messages)
        : base(string.Join("; ", messages)) => (Status, _messages, _error) = (422, messages, "Unprocessable Entity");

    public int Status { get; }

    /// <summary>Refuses what does not fit the document; the messages come as a list.</summary>
    public static HighLevelProblem Invalid(params string[] messages) => new(messages);

    public static HighLevelProblem NoToken() => new(401, "Invalid token: access token is invalid", "Unauthorized");

    public static HighLevelProblem NoScope() => new(403, "The token is not authorized for this scope.", "Forbidden");

    public static HighLevelProblem NoContact(string id) => new(400, $"Contact with id {id} not found");

    public static HighLevelProblem NotFound(string what) => new(404, $"{what} not found");

    /// <summary>Refuses a contact that is there already.</summary>
    public static HighLevelProblem Duplicate(Contact contact, string field) => new(400, "This location does not allow duplicated contacts.", null, json =>
    {
        json.WriteStartObject("meta");
        json.WriteString("contactId", contact.Id);
        json.WriteString("contactName", contact.Name?.ToLowerInvariant() ?? "");
        json.WriteString("matchingField", field);
        json.WriteEndObject();
    });

    public void Write(Answer answer, string traceId)
    {
        answer.Restart();
        answer.Status = Status;
        var json = answer.Json;
        json.WriteStartObject();
        json.WriteNumber("statusCode", Status);
        if (_messages is null)
        {
            json.WriteString("message", Message);
        }
        else
        {
            json.WriteStartArray("message");
            foreach (var message in _messages)
                json.WriteStringValue(message);
            json.WriteEndArray();
        }

        if (_error is not null)
            json.WriteString("error", _error);
        _more?.Invoke(json);
        json.WriteString("traceId", traceId);
        json.WriteEndObject();
    }
}

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Refuses a request in the service's words.</summary>
internal sealed class PipedriveProblem(int status, string error, string info = "Please check developers.pipedrive.com for more information about Pipedrive API.")
    : Exception(error)
{
    public int Status => status;

    public string Info => info;

    /// <summary>Whether the body gives the status as a code too, as refusals of a token do.</summary>
    public bool HasCode { get; init; }

    public static PipedriveProblem Invalid(string error) => new(400, error);

    public static PipedriveProblem NotFound(string what) => new(404, $"{what} not found");

    public static PipedriveProblem Unauthorized() => new(401, "unauthorized access", "Please check developers.pipedrive.com") { HasCode = true };

    public static PipedriveProblem Forbidden(string error) => new(403, error) { HasCode = true };

    public void Write(Answer answer)
    {
        answer.Restart();
        answer.Status = Status;
        var json = answer.Json;
        json.WriteStartObject();
        json.WriteBoolean("success", false);
        json.WriteString("error", Message);
        if (HasCode)
            json.WriteNumber("errorCode", Status);
        json.WriteString("error_info", Info);
        json.WriteNull("data");
        json.WriteNull("additional_data");
        json.WriteEndObject();
    }
}

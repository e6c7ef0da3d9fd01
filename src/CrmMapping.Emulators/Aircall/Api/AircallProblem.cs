namespace CrmMapping.Emulators.Aircall;

/// <summary>Refuses a request in the service's words: those of the application, or those of the edge before it.</summary>
internal sealed class AircallProblem(int status, string error, string? troubleshoot) : Exception(troubleshoot ?? error)
{
    public static AircallProblem Invalid(string troubleshoot) => new(400, "Invalid payload", troubleshoot);

    public static AircallProblem NotFound(string what, string id) => new(404, "Not Found", $"{what} with id {id} does not exist");

    /// <summary>Refuses before anything of the application has seen the request.</summary>
    public static AircallProblem AtTheEdge(int status, string message) => new(status, message, null);

    public void Write(Answer answer)
    {
        answer.Restart();
        answer.Status = status;
        answer.Json.WriteStartObject();
        if (troubleshoot is null)
        {
            answer.Json.WriteString("message", error);
        }
        else
        {
            answer.Json.WriteString("error", error);
            answer.Json.WriteString("troubleshoot", troubleshoot);
        }

        answer.Json.WriteEndObject();
    }
}

namespace CrmMapping;

/// <summary>Holds what a CRM is told of a webhook.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The body's media type; null without a body.</param>
/// <param name="Body">The body; null for none.</param>
public readonly record struct WebhookAnswer(int Status, string? ContentType = null, string? Body = null)
{
    /// <summary>Gets the answer that most CRMs understand.</summary>
    /// <param name="outcome">What became of the webhook.</param>
    /// <returns>200 once it is kept, 401 where it was not believed, 400 where it makes no sense, 503 where it should come again.</returns>
    public static WebhookAnswer Of(WebhookOutcome outcome) => new(outcome switch
    {
        WebhookOutcome.Kept => 200,
        WebhookOutcome.Refused => 401,
        WebhookOutcome.Malformed => 400,
        _ => 503,
    });
}

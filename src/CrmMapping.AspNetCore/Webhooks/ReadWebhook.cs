namespace CrmMapping;

/// <summary>Holds a webhook that was read, or why it was not.</summary>
/// <param name="Verdict">Whether it is believed.</param>
/// <param name="Reason">Why not; null when it is.</param>
/// <param name="Count">How many changes, calls or messages it tells of.</param>
/// <param name="Keep">Keeps them.</param>
internal sealed record ReadWebhook(WebhookVerdict Verdict, string? Reason, int Count, Func<Task> Keep);

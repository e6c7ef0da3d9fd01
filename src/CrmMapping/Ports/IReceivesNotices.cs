namespace CrmMapping;

/// <summary>Turns a CRM's webhooks into notices: an ability that an adapter may have.</summary>
public interface IReceivesNotices
{
    /// <summary>Verifies a webhook over its raw bytes and, only when it is genuine, reads it.</summary>
    /// <param name="request">What arrived.</param>
    /// <param name="connections">The connections of this kind of CRM.</param>
    /// <returns>The notices, or the reason why nothing of it is believed.</returns>
    WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections);

    /// <summary>Says what the CRM is told of a webhook, by which it decides whether to send it again.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <returns>The answer; unless overridden the status that <see cref="WebhookAnswer.Of"/> gives.</returns>
    WebhookAnswer Answer(WebhookOutcome outcome) => WebhookAnswer.Of(outcome);
}

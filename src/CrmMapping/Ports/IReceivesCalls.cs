namespace CrmMapping;

/// <summary>Turns a telephony's webhooks into calls and messages: an ability that an <see cref="ITelephonyAdapter"/> may have.</summary>
public interface IReceivesCalls
{
    /// <summary>Verifies a webhook and, only when it is genuine, reads it.</summary>
    /// <param name="request">What arrived.</param>
    /// <param name="accounts">The accounts of this kind, with what proves their webhooks.</param>
    /// <returns>What it tells, or the reason why nothing of it is believed.</returns>
    CallReading Read(in WebhookRequest request, IReadOnlyList<(TelephonyAccount Account, TelephonyCredentials Credentials)> accounts);

    /// <summary>Says what the telephony is told of a webhook, by which it decides whether to send it again.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <returns>The answer; unless overridden the status that <see cref="WebhookAnswer.Of"/> gives.</returns>
    WebhookAnswer Answer(WebhookOutcome outcome) => WebhookAnswer.Of(outcome);
}

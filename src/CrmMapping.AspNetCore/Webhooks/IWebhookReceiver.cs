namespace CrmMapping;

/// <summary>Takes in the webhooks of one CRM or telephony.</summary>
internal interface IWebhookReceiver
{
    /// <summary>Gets whose webhooks they are; addresses end in it.</summary>
    string Kind { get; }

    /// <summary>Makes ready what verifies a webhook and, only when it is genuine, reads it.</summary>
    Task<Func<WebhookRequest, ReadWebhook>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Says what the sender is told.</summary>
    WebhookAnswer Answer(WebhookOutcome outcome);
}

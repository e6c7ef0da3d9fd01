namespace CrmMapping;

/// <summary>Takes in the webhooks of a CRM, which tell of contacts.</summary>
internal sealed class NoticeReceiver(ICrmAdapter adapter, KnownConnections connections, ICrmNotices notices) : IWebhookReceiver
{
    private readonly IReceivesNotices _crm = (IReceivesNotices)adapter;

    public string Kind => adapter.Kind;

    public async Task<Func<WebhookRequest, ReadWebhook>> OpenAsync(CancellationToken cancellationToken)
    {
        var known = await connections.OfAsync(Kind, cancellationToken).ConfigureAwait(false);
        return request =>
        {
            var reading = _crm.Read(request, known);

            // Once believed, it is kept even if the CRM waits no longer.
            return new ReadWebhook(
                reading.Verdict, reading.Reason, reading.Notices.Count, () => notices.AcceptAsync(reading.Notices, CancellationToken.None));
        };
    }

    public WebhookAnswer Answer(WebhookOutcome outcome) => _crm.Answer(outcome);
}

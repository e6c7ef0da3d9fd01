namespace CrmMapping;

/// <summary>Takes in the webhooks of a telephony, which tell of calls and messages.</summary>
internal sealed class CallReceiver(ITelephonyAdapter adapter, KnownTelephonies accounts, ICrmCalls calls) : IWebhookReceiver
{
    private readonly IReceivesCalls _telephony = (IReceivesCalls)adapter;

    public string Kind => adapter.Kind;

    public async Task<Func<WebhookRequest, ReadWebhook>> OpenAsync(CancellationToken cancellationToken)
    {
        var known = await accounts.OfAsync(Kind, cancellationToken).ConfigureAwait(false);
        return request =>
        {
            var reading = _telephony.Read(request, known);
            return new ReadWebhook(
                reading.Verdict, reading.Reason, reading.Calls.Count + reading.Messages.Count,
                () => reading.Calls.Count + reading.Messages.Count == 0
                    ? Task.CompletedTask
                    : calls.AcceptAsync(reading.Account!, reading.Calls, reading.Messages, CancellationToken.None));
        };
    }

    public WebhookAnswer Answer(WebhookOutcome outcome) => _telephony.Answer(outcome);
}

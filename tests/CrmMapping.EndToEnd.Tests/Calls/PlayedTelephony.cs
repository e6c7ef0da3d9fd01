using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>A telephony whose tags and calls a test plays. What it tells goes to the host as a webhook's would.</summary>
internal sealed class PlayedTelephony : ITelephonyAdapter, ITelephonySession, ITelephonyAccounts
{
    public static readonly TelephonyAccount Account = new("Phones", "Played");

    public static readonly CallTag BadCall = new(1, "bad call");
    public static readonly CallTag NotThere = new(2, "not there");
    public static readonly CallTag Sold = new(3, "sold");

    private readonly Dictionary<string, PhoneCall> _calls = new(StringComparer.Ordinal);

    public List<CallTag> Tags { get; } = [BadCall, NotThere, Sold];

    public Exception? Failure { get; set; }

    public string Kind => Account.Kind;

    /// <summary>Keeps a call as it is now, for whoever reads it.</summary>
    public PhoneCall Set(PhoneCall call) => _calls[call.Id] = call;

    /// <summary>Deletes a tag, which thereby leaves all calls.</summary>
    public IReadOnlyList<PhoneCall> Delete(CallTag tag, Instant at)
    {
        Tags.Remove(tag);
        return [.. _calls.Values.Where(call => call.Tags.Contains(tag)).ToList()
            .Select(call => Set(call with { Tags = call.Tags.Where(other => other != tag).ToEquatableArray(), ToldAt = at }))];
    }

    public ITelephonySession Open(TelephonyAccount account, TelephonyCredentials credentials) => this;

    public ValueTask<IReadOnlyList<TelephonyAccount>> ReadAllAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TelephonyAccount>>([Account]);

    public ValueTask<TelephonyCredentials?> FindCredentialsAsync(TelephonyAccount account, CancellationToken cancellationToken) =>
        ValueTask.FromResult<TelephonyCredentials?>(new TelephonyCredentials { Secret = "key" });

    public Task<IReadOnlyList<CallTag>> ReadTagsAsync(CancellationToken cancellationToken) =>
        Failure is { } failure ? Task.FromException<IReadOnlyList<CallTag>>(failure) : Task.FromResult<IReadOnlyList<CallTag>>([.. Tags]);

    public Task<CallPage> ReadCallsAsync(Instant since, string? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new CallPage([.. _calls.Values.Where(call => call.StartedAt >= since)], null));

    public Task<IReadOnlyList<PhoneCall>> ReadCallsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PhoneCall>>([.. ids.Where(_calls.ContainsKey).Select(id => _calls[id])]);
}

using System.Text;
using NodaTime;

namespace CrmMapping.AspNetCore.Tests;

/// <summary>A telephony whose webhooks are a token and the ids of calls that went out: <c>token ended 7 8</c>.</summary>
internal sealed class InventedTelephony : ITelephonyAdapter, IReceivesCalls, ITelephonyAccounts
{
    public static readonly TelephonyAccount Account = new("Front desk", "Phones");

    public string Kind => Account.Kind;

    public int Reads { get; private set; }

    public static PhoneCall Call(string id) => new()
    {
        Id = id, Direction = CallDirection.Outbound, StartedAt = Instant.FromUnixTimeSeconds(1), EndedAt = Instant.FromUnixTimeSeconds(9), ToldAt = Instant.FromUnixTimeSeconds(10),
    };

    public ValueTask<IReadOnlyList<TelephonyAccount>> ReadAllAsync(CancellationToken cancellationToken)
    {
        Reads++;
        return ValueTask.FromResult<IReadOnlyList<TelephonyAccount>>([Account]);
    }

    public ValueTask<TelephonyCredentials?> FindCredentialsAsync(TelephonyAccount account, CancellationToken cancellationToken) =>
        ValueTask.FromResult<TelephonyCredentials?>(new TelephonyCredentials { Secret = "key", WebhookTokens = ["token"] });

    public ITelephonySession Open(TelephonyAccount account, TelephonyCredentials credentials) => throw new NotSupportedException("These tests open no account.");

    public CallReading Read(in WebhookRequest request, IReadOnlyList<(TelephonyAccount Account, TelephonyCredentials Credentials)> accounts)
    {
        var words = Encoding.UTF8.GetString(request.Body.Span).Split(' ');
        return accounts.FirstOrDefault(known => known.Credentials.WebhookTokens.Contains(words[0])).Account is not { } account
            ? new CallReading { Verdict = WebhookVerdict.Refused, Reason = "The token is none of ours." }
            : words is [_, "ended", .. var ids]
                ? new CallReading { Verdict = WebhookVerdict.Genuine, Account = account.Name, Calls = [.. ids.Select(Call)] }
                : new CallReading { Verdict = WebhookVerdict.Malformed, Account = account.Name, Reason = "The body tells of no call." };
    }
}

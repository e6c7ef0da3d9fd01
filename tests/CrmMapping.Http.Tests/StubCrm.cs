using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace CrmMapping.Http.Tests;

/// <summary>A CRM of few words: it answers as it was told to, one answer after the other, and then the last one for ever.</summary>
internal sealed class StubCrm(params Func<HttpResponseMessage>[] answers)
    : HttpMessageHandler, IHttpClientFactory, ICrmHttpRules, ICredentialSource, ITokenIssuer
{
    public FakeTime Time { get; } = new();

    public int Requests { get; private set; }

    public string Kind => "Stub";

    public Uri BaseAddress { get; } = new("https://crm.example.com");

    public TimeSpan AttemptTimeout => TimeSpan.FromMinutes(10);

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public static Func<HttpResponseMessage> Says(HttpStatusCode status, string body) =>
        () => new HttpResponseMessage(status) { Content = new StringContent(body) };

    public static Func<HttpResponseMessage> Fails(HttpRequestError error) => () => throw new HttpRequestException(error);

    public async Task<CrmResponse> SendAsync(bool isRepeatable = true)
    {
        using var clients = new CrmHttpClients(this, this, this, this, Time, NullLogger.Instance);
        return await clients.For(new Connection { Name = "Acme", Kind = Kind }).SendAsync(
            new CrmRequest { Name = "do it", Method = HttpMethod.Post, Path = "/it", IsRepeatable = isRepeatable }, default);
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public BudgetLimit Limit(string budget) => new(100, TimeSpan.FromSeconds(10));

    public LimitReport ReadLimits(CrmResponse response) => default;

    public RetryAdvice Advise(CrmResponse response, int attempt, Instant now) => (int)response.Status switch
    {
        429 => new(RetryKind.NotProcessed, response.RetryAfter(now), Pauses: true, "the limit is used up"),
        >= 500 => new(RetryKind.MaybeProcessed, Reason: "it stumbled"),
        _ => RetryAdvice.Accept,
    };

    public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) =>
        new(new CrmCredentials { AccessToken = "token" });

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) => default;

    public CrmRequest Ask(Connection connection, string refreshToken) => throw new NotSupportedException();

    public CrmCredentials Read(Connection connection, CrmResponse response, string refreshToken, Instant now) =>
        throw new NotSupportedException();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(answers[Math.Min(Requests++, answers.Length - 1)]());
}

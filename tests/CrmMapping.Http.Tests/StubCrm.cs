using System.Net;
using NodaTime;

namespace CrmMapping.Http.Tests;

/// <summary>A CRM of few words: it answers as it was told to, one answer after the other, and then the last one for ever.</summary>
internal sealed class StubCrm(params Func<HttpResponseMessage?>[] answers) : HttpMessageHandler, IHttpClientFactory, ICrmHttpRules
{
    private CrmHttpClients? _clients;

    public FakeTime Time { get; } = new();

    public LogLines Log { get; } = new();

    public StubCredentials Credentials { get; } = new();

    public List<string?> Tokens { get; } = [];

    /// <summary>Gets whereto requests went, and the headers of their own.</summary>
    public List<string> Asked { get; } = [];

    public int Requests => Tokens.Count;

    public string Kind => "Stub";

    public Uri BaseAddress { get; } = new("https://crm.example.com");

    public TimeSpan AttemptTimeout => TimeSpan.FromMinutes(10);

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public CrmHttpClient Client =>
        (_clients ??= new CrmHttpClients(Kind, _ => this, this, Credentials, Credentials, Time, Log)).For(new Connection { Name = "Acme", Kind = Kind });

    public static Func<HttpResponseMessage> Says(HttpStatusCode status, string body) =>
        () => new HttpResponseMessage(status) { Content = new StringContent(body) };

    public static Func<HttpResponseMessage> Fails(HttpRequestError error) => () => throw new HttpRequestException(error);

    /// <summary>An answer that never comes.</summary>
    public static HttpResponseMessage? Nothing() => null;

    public static CrmRequest Request(bool isRepeatable = true, bool expectsJson = true) =>
        new() { Name = "do it", Method = HttpMethod.Post, Path = "/it", IsRepeatable = isRepeatable, ExpectsJson = expectsJson };

    public Task<CrmResponse> SendAsync(bool isRepeatable = true, bool expectsJson = true) =>
        Client.SendAsync(Request(isRepeatable, expectsJson), default);

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public BudgetLimit Limit(string budget) => new(100, TimeSpan.FromSeconds(10));

    public LimitReport ReadLimits(CrmResponse response, Instant now) => default;

    public RetryAdvice Advise(CrmResponse response, int attempt, Instant now) => (int)response.Status switch
    {
        429 => new(RetryKind.NotProcessed, response.RetryAfter(now), Pauses: true, "the limit is used up"),
        >= 500 => new(RetryKind.MaybeProcessed, Reason: "it stumbled"),
        _ => RetryAdvice.Accept,
    };

    public RefusalMeaning Explain(CrmRequest request, CrmResponse response) =>
        new(CrmFailure.Refused, $"'{request.Name}' was refused with {(int)response.Status}.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Tokens.Add(request.Headers.Authorization?.Parameter);
        var own = request.Headers.Where(static header => header.Key.StartsWith("X-", StringComparison.Ordinal));
        Asked.Add(string.Join(' ', [request.RequestUri!.ToString(), .. own.Select(static header => $"{header.Key}={string.Join(',', header.Value)}")]));
        var answer = answers[Math.Min(Requests, answers.Length) - 1]();
        if (answer is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return answer!;
    }

    protected override void Dispose(bool disposing)
    {
        _clients?.Dispose();
        base.Dispose(disposing);
    }
}

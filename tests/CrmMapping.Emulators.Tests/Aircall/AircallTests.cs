using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Aircall;

/// <summary>Gives each test a company of its own, a client for it and a hand on its clock.</summary>
public abstract class AircallTests : IAsyncLifetime
{
    protected const string Calls = "/v1/calls";
    protected const string Tags = "/v1/tags";
    protected const string Hooks = "/v1/webhooks";

    private static readonly HttpClient Http = new();

    private AuthenticationHeaderValue? _authorization;

    protected ManualTime Time { get; } = new();

    protected AircallEmulator Emulator { get; private set; } = null!;

    protected virtual AircallEmulatorOptions Options => new();

    protected Instant Now => Time.GetCurrentInstant();

    public async Task InitializeAsync()
    {
        Emulator = await AircallEmulator.StartAsync(Options with { Clock = Time });
        UseKey(Emulator.ApiId, Emulator.ApiToken);
    }

    public async Task DisposeAsync() => await Emulator.DisposeAsync();

    protected void UseKey(string id, string token) =>
        _authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{token}")));

    protected void UseAccessToken(string token) => _authorization = new AuthenticationHeaderValue("Bearer", token);

    protected void UseNothing() => _authorization = null;

    protected Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    protected Task<Reply> Delete(string path) => Send(HttpMethod.Delete, path, "");

    protected Task<Reply> Post(string path, object body) => Send(HttpMethod.Post, path, body);

    protected Task<Reply> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    protected async Task<Reply> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Emulator.BaseAddress, path));
        request.Headers.Authorization = _authorization;
        if (body is not null)
            request.Content = body as HttpContent ?? new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json";
        return new Reply(response.StatusCode, isJson && text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }

    protected static IReadOnlyList<long> Ids(Reply list, string name = "calls") => [.. list[name]!.AsArray().Select(static one => (long)one!["id"]!)];

    protected static void Shows(JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).Should().BeTrue("it is {0}", actual?.ToJsonString());
}

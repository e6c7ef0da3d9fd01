using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmMapping.Emulators.Tests.Pipedrive;

/// <summary>Gives each test a company of its own, a client for it and a hand on its clock.</summary>
public abstract class PipedriveTests : IAsyncLifetime
{
    protected const string Persons = "/api/v2/persons";
    protected const string Fields = "/api/v2/personFields";
    protected const string Tier = "0f0e0d0c0b0a09080706050403020100ffeeddcc";

    private static readonly HttpClient Http = new();

    private Action<HttpRequestHeaders> _authorize = static _ => { };

    protected ManualTime Time { get; } = new();

    protected PipedriveEmulator Emulator { get; private set; } = null!;

    protected virtual PipedriveEmulatorOptions Options => new();

    public async Task InitializeAsync()
    {
        Emulator = await PipedriveEmulator.StartAsync(Options with { Clock = Time });
        UseApiToken(Emulator.ApiToken);
    }

    public async Task DisposeAsync() => await Emulator.DisposeAsync();

    protected void UseApiToken(string token) => _authorize = headers => headers.Add("x-api-token", token);

    protected void UseAccessToken(string token) => _authorize = headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

    protected void UseClient(string id, string secret) => _authorize = headers =>
        headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));

    protected Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    protected Task<Reply> Delete(string path, object? body = null) => Send(HttpMethod.Delete, path, body);

    protected Task<Reply> Post(string path, object body) => Send(HttpMethod.Post, path, body);

    protected Task<Reply> Patch(string path, object body) => Send(HttpMethod.Patch, path, body);

    protected async Task<Reply> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Emulator.BaseAddress, path));
        _authorize(request.Headers);
        if (body is not null)
            request.Content = body as HttpContent ?? new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json";
        return new Reply(response.StatusCode, isJson && text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }

    protected long Person(string name, params (string Name, string? Value)[] properties) =>
        Emulator.Persons.Create([new("name", name), .. properties.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]).Id;

    protected static IReadOnlyList<long> Ids(Reply list) => [.. list["data"]!.AsArray().Select(one => (long)one!["id"]!)];

    protected static void Shows(JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).Should().BeTrue("it is {0}", actual?.ToJsonString());
}

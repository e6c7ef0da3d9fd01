using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace CrmMapping.Emulators.Tests.HighLevel;

/// <summary>Gives each test a location of its own, a client for it and a hand on its clock.</summary>
public abstract class HighLevelTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    private string _token = "";

    protected ManualTime Time { get; } = new();

    protected HighLevelEmulator Emulator { get; private set; } = null!;

    protected virtual HighLevelEmulatorOptions Options => new();

    protected string Location => Options.LocationId;

    public virtual async Task InitializeAsync()
    {
        Emulator = await HighLevelEmulator.StartAsync(Options with { Clock = Time });
        UseToken(Emulator.PrivateToken);
    }

    public virtual async Task DisposeAsync() => await Emulator.DisposeAsync();

    protected void UseToken(string token) => _token = token;

    protected Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    protected Task<Reply> Post(string path, object? body) => Send(HttpMethod.Post, path, body);

    protected Task<Reply> Put(string path, object? body) => Send(HttpMethod.Put, path, body);

    protected Task<Reply> Delete(string path, object? body = null) => Send(HttpMethod.Delete, path, body);

    protected Task<Reply> Create(object contact) => Post("/contacts/", With(contact));

    protected Task<Reply> Upsert(object contact) => Post("/contacts/upsert", With(contact));

    protected Task<Reply> Search(object search) => Post("/contacts/search", With(search));

    protected async Task<Reply> Send(HttpMethod method, string path, object? body = null, string? version = "2021-07-28")
    {
        using var request = new HttpRequestMessage(method, new Uri(Emulator.BaseAddress, path));
        if (_token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        if (version is not null)
            request.Headers.Add("Version", version);
        if (body is not null)
            request.Content = body as HttpContent ?? new StringContent(body as string ?? (body as JsonNode)?.ToJsonString() ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json";
        return new Reply(response.StatusCode, isJson && text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }

    protected string Person(params (string Name, string? Value)[] properties) =>
        Emulator.Contacts.Create(properties.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).Id;

    protected void PassTheSearchLag() => Time.Advance(Options.SearchLag + Duration.FromMilliseconds(1));

    protected static IReadOnlyList<string?> Ids(Reply found) => [.. found["contacts"]!.AsArray().Select(contact => (string?)contact!["id"])];

    protected static IReadOnlyList<string> Messages(Reply refused) => [.. refused["message"]!.AsArray().Select(message => (string)message!)];

    private JsonObject With(object body)
    {
        var all = JsonSerializer.SerializeToNode(body)!.AsObject();
        all.TryAdd("locationId", Location);
        return all;
    }
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace CrmMapping.Emulators.Tests;

/// <summary>Gives each test an emulator of its own, a client for it and a hand on its clock.</summary>
public abstract class EmulatorTests : IAsyncLifetime
{
    protected const string Contacts = "/crm/v3/objects/contacts";

    private static readonly HttpClient Http = new();

    private string _token = "";

    protected ManualTime Time { get; } = new();

    protected HubSpotEmulator Emulator { get; private set; } = null!;

    protected virtual HubSpotEmulatorOptions Options => new();

    public async Task InitializeAsync()
    {
        Emulator = await HubSpotEmulator.StartAsync(Options with { Clock = Time });
        UseToken(Emulator.AccessToken);
    }

    public async Task DisposeAsync() => await Emulator.DisposeAsync();

    protected void UseToken(string token) => _token = token;

    protected Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    protected Task<Reply> Delete(string path) => Send(HttpMethod.Delete, path);

    protected Task<Reply> Post(string path, object? body) => Send(HttpMethod.Post, path, body);

    protected Task<Reply> Patch(string path, object? body) => Send(HttpMethod.Patch, path, body);

    protected Task<Reply> Search(object body) => Post($"{Contacts}/search", body);

    protected async Task<Reply> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Emulator.BaseAddress, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        if (body is not null)
            request.Content = body as HttpContent ?? new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json";
        return new Reply(response.StatusCode, isJson && text.Length > 0 ? JsonNode.Parse(text) : null, response);
    }

    protected string Person(string email, params (string Name, string? Value)[] properties) =>
        Emulator.Contacts.Create([new("email", email), .. properties.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]).Id;

    protected static Dictionary<string, string?> Values(params (string Name, string? Value)[] properties) =>
        properties.ToDictionary(pair => pair.Name, pair => pair.Value);

    protected void PassTheSearchLag() => Time.Advance(Duration.FromSeconds(8));
}

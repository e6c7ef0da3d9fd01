using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmMapping.Emulators.Tests.Salesforce;

/// <summary>Gives each test an org of its own, a client for it and a hand on its clock.</summary>
public abstract class SalesforceTests : IAsyncLifetime
{
    protected const string Data = "/services/data/v66.0";
    protected const string Contacts = Data + "/sobjects/Contact";
    protected const string Leads = Data + "/sobjects/Lead";
    protected const string Collections = Data + "/composite/sobjects";

    private static readonly HttpClient Http = new();

    private string _token = "";

    protected static SalesforceField Key { get; } = new("CrmMapping_Id__c", "CrmMapping Id", "string", 80) { IsExternalId = true };

    protected ManualTime Time { get; } = new();

    protected SalesforceEmulator Emulator { get; private set; } = null!;

    protected virtual SalesforceEmulatorOptions Options => new();

    public async Task InitializeAsync()
    {
        Emulator = await SalesforceEmulator.StartAsync(Options with { Clock = Time });
        UseToken(Emulator.AccessToken);
    }

    public async Task DisposeAsync() => await Emulator.DisposeAsync();

    protected void UseToken(string token) => _token = token;

    protected Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    protected Task<Reply> Post(string path, object? body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body, headers);

    protected Task<Reply> Patch(string path, object? body, params (string Name, string Value)[] headers) => Send(HttpMethod.Patch, path, body, headers);

    protected Task<Reply> Delete(string path) => Send(HttpMethod.Delete, path);

    protected Task<Reply> Query(string soql, params (string Name, string Value)[] headers) => Get($"{Data}/query?q={Uri.EscapeDataString(soql)}", headers);

    protected Task<Reply> QueryAll(string soql) => Get($"{Data}/queryAll?q={Uri.EscapeDataString(soql)}");

    protected async Task<Reply> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Emulator.BaseAddress.ToString().TrimEnd('/') + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = body as HttpContent ?? new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        var response = await Http.SendAsync(request);
        await using var packed = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(response.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(packed, CompressionMode.Decompress) : packed);
        var text = await reader.ReadToEndAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json";
        return new Reply(response.StatusCode, isJson && text.Length > 0 ? JsonNode.Parse(text) : text.Length > 0 ? JsonValue.Create(text) : null, response);
    }

    protected string Contact(string lastName, params (string Name, string? Value)[] fields) =>
        Emulator.Contacts.Create([new("LastName", lastName), .. fields.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]).Id;

    protected string Lead(string lastName, params (string Name, string? Value)[] fields) => Emulator.Leads.Create(
        [new("LastName", lastName), new("Company", "Bluebird Bakery"), .. fields.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]).Id;

    protected static string Code(Reply reply) => (string)(reply.Body![0]!["errorCode"] ?? reply.Body[0]!["statusCode"])!;

    protected static IReadOnlyList<string?> Column(Reply reply, string field) => [.. reply["records"]!.AsArray().Select(record => (string?)record![field])];
}

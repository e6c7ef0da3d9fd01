using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace QuickStart;

/// <summary>Edits and reads the emulated account as a person at its screen does. Nothing of it counts as a request of the sync.</summary>
internal sealed class EmulatorAdmin(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(address, "/_emulator/"), Timeout = Timeout.InfiniteTimeSpan };

    public async Task EditAsync(IEnumerable<CrmEdit> edits, CancellationToken stop)
    {
        var lines = string.Join('\n', edits.Select(edit => JsonSerializer.Serialize(new
        {
            id = edit.Id,
            properties = new Dictionary<string, string> { [edit.Property] = edit.Value },
        })));
        await SendAsync(HttpMethod.Patch, "contacts", lines, stop);
    }

    public Task CreateAsync(IEnumerable<IReadOnlyDictionary<string, string?>> contacts, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, "contacts", string.Join('\n', contacts.Select(contact => JsonSerializer.Serialize(contact))), stop);

    /// <summary>Adds a property to the account, as an admin of the CRM does.</summary>
    public Task AddPropertyAsync(string name, string label, CancellationToken stop) => SendAsync(
        HttpMethod.Post,
        "properties",
        JsonSerializer.Serialize(new { name, label, type = "string", fieldType = "text", groupName = "contactinformation" }),
        stop);

    public Task AddOwnerAsync(string email, string firstName, string lastName, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, "owners", JsonSerializer.Serialize(new { email, firstName, lastName }), stop);

    public Task SendWebhooksAsync(Uri to, CancellationToken stop) =>
        SendAsync(HttpMethod.Put, "webhooks", JsonSerializer.Serialize(new { url = to }), stop);

    public async Task<RequestCounts> CountRequestsAsync(CancellationToken stop) =>
        (await _http.GetFromJsonAsync<RequestCounts>("requests", stop))!;

    /// <summary>Reads when a contact last changed.</summary>
    public async Task<Instant> ReadModifiedAsync(string id, CancellationToken stop)
    {
        var contact = await _http.GetFromJsonAsync<CrmContact>($"contacts/{id}", stop);
        return InstantPattern.ExtendedIso.Parse(contact!.ModifiedAt!).Value;
    }

    /// <summary>Reads all contacts, one after the other.</summary>
    public async IAsyncEnumerable<CrmContact> ReadAllAsync([EnumeratorCancellation] CancellationToken stop)
    {
        using var answer = await _http.GetStreamAsync(new Uri("contacts", UriKind.Relative), stop);
        using var reader = new StreamReader(answer);
        while (await reader.ReadLineAsync(stop) is { Length: > 0 } line)
        {
            yield return JsonSerializer.Deserialize<CrmContact>(line, JsonSerializerOptions.Web)!;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(HttpMethod method, string path, string body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body) };
        using var answer = await _http.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode)
        {
            throw new RunFailedException($"The emulator refused an edit: {await answer.Content.ReadAsStringAsync(stop)}");
        }
    }
}

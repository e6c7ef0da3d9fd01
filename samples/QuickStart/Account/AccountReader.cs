using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;

namespace QuickStart;

/// <summary>Reads a HubSpot account's contacts without the engine, to compare both sides at the end.</summary>
internal sealed class AccountReader(Uri account, string token, IEnumerable<string> properties) : IDisposable
{
    private const int PageSize = 100;
    private const int Tries = 6;

    // HubSpot counts requests by ten seconds.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new()
    {
        BaseAddress = account,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    public async IAsyncEnumerable<CrmContact> ReadAllAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var list = $"crm/v3/objects/contacts?limit={PageSize}&properties={string.Join(',', properties)}";
        string? after = null;
        do
        {
            var page = await ReadAsync(after is null ? list : $"{list}&after={Uri.EscapeDataString(after)}", stop);
            foreach (var contact in page.Results)
            {
                yield return contact;
            }

            after = page.Paging?.Next?.After;
        }
        while (after is not null);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Page> ReadAsync(string path, CancellationToken stop)
    {
        for (var number = 1; ; number++)
        {
            using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), stop);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests || number == Tries)
            {
                return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Page>(stop))!;
            }

            await Task.Delay(Wait, stop);
        }
    }

    private sealed record Page(IReadOnlyList<CrmContact> Results, Paging? Paging);

    private sealed record Paging(Next? Next);

    private sealed record Next(string After);
}

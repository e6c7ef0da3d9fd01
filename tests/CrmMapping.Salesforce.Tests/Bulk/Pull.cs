using System.Net.Http.Headers;
using System.Text;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests.Bulk;

/// <summary>Pulls accounts as the engine does: page after page, by nothing but the cursor.</summary>
internal static class Pull
{
    public static IReadOnlyList<string> Many(SalesforceAccount account, int count) =>
        account.Emulator.Contacts.CreateMany(Enumerable.Range(0, count).Select(number => Values(("LastName", $"L{number}"), ("Phone", "1"))));

    /// <summary>Reads to the end, from a cursor or the beginning, and shows the records.</summary>
    public static async Task<List<string>> ShowAsync(SalesforceAccount account, CrmFieldSet fields, string? cursor = null)
    {
        List<string> shown = [];
        do
        {
            using var page = await account.Session.ReadPageAsync(fields, cursor, default);
            shown.AddRange(Shown(page, fields));
            cursor = page.Next;
        }
        while (cursor is not null);
        return shown;
    }

    /// <summary>Reads the contacts to the end, from a cursor or the beginning, and gives their ids.</summary>
    public static async Task<List<string>> IdsAsync(SalesforceAccount account, string? cursor = null) =>
        [.. (await ShowAsync(account, Fields, cursor)).Select(line => line.Split(':')[0])];

    /// <summary>Reads so many pages that hold records, and gives the place after them.</summary>
    public static async Task<string> CursorAsync(SalesforceAccount account, int pages)
    {
        string? cursor = null;
        while (pages > 0)
        {
            using var page = await account.Session.ReadPageAsync(Fields, cursor, default);
            cursor = page.Next;
            pages -= page.Count > 0 ? 1 : 0;
        }

        return cursor!;
    }

    /// <summary>Does to the job of a cursor what an admin may do with any client.</summary>
    public static async Task DealAsync(SalesforceAccount account, string cursor, HttpMethod method, string? body = null)
    {
        using var http = new HttpClient { BaseAddress = account.Emulator.BaseAddress };
        using var request = new HttpRequestMessage(method, $"/services/data/v66.0/jobs/query/{cursor.Split('|')[2]}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.Emulator.AccessToken);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}

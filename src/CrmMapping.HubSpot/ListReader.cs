using System.Globalization;
using System.Net;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Reads an account's lists of contacts and their members.</summary>
internal sealed class ListReader(ContactsApi api)
{
    private const string Contacts = "0-1";
    private const string Size = "hs_list_size";
    private const int MaxLists = 500;

    public async Task<IReadOnlyList<CrmList>> ReadAsync(CancellationToken cancellationToken)
    {
        List<CrmList> lists = [];
        WireListSearch page;
        var offset = 0;
        do
        {
            page = await SearchAsync(offset, cancellationToken).ConfigureAwait(false);
            lists.AddRange(page.Lists.OfType<WireContactList>()
                .Where(static list => list.ListId is { Length: > 0 } && list.ObjectTypeId is null or Contacts).Select(Of));
            offset += page.Lists.Count;
        }
        while (page is { HasMore: true, Lists.Count: > 0 });

        return lists;
    }

    public async Task<CrmListPage> ReadMembersAsync(string listId, string? cursor, CancellationToken cancellationToken)
    {
        var request = ContactsApi.Get("read a list's members", api.Paths.Members(listId, cursor));
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status == HttpStatusCode.NotFound && HubSpotRefusal.Read(response.Body.Span).IsHubSpots)
        {
            throw new CrmException(
                CrmFailure.Refused, api.Http.Connection.Name,
                $"HubSpot has no list of contacts with the id '{listId}'. Choose one of those that ReadListsAsync names.");
        }

        var page = response.IsSuccess
            ? api.Http.Read(request, response, static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireListWireMember))
            : throw api.Http.Refused(request, response);
        return new CrmListPage(
            [.. page.Results.Select(static member => member?.RecordId).OfType<string>()],
            api.Onward(cursor, page.Paging?.Next?.After));
    }

    private async Task<WireListSearch> SearchAsync(int offset, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("objectTypeId"u8, Contacts);
            writer.WriteNumber("offset"u8, offset);
            writer.WriteNumber("count"u8, MaxLists);
            writer.WriteStartArray("additionalProperties"u8);
            writer.WriteStringValue(Size);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return await api.Http.AskAsync(
            ContactsApi.Post("read lists", api.Paths.ListSearch, body),
            static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireListSearch),
            cancellationToken).ConfigureAwait(false);
    }

    private static CrmList Of(WireContactList list) => new(
        list.ListId!,
        string.IsNullOrWhiteSpace(list.Name) ? list.ListId! : list.Name,
        long.TryParse(list.AdditionalProperties?.GetValueOrDefault(Size), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null);
}

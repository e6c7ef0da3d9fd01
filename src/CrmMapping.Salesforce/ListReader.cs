namespace CrmMapping.Salesforce;

/// <summary>Reads an org's list views, reports and campaigns, and the contacts and leads in them.</summary>
internal sealed class ListReader(RecordsApi api)
{
    private static readonly RecordType[] Types = [RecordType.Contact, RecordType.Lead];

    public async Task<IReadOnlyList<CrmList>> ReadAsync(CancellationToken cancellationToken)
    {
        List<CrmList> lists = [];
        foreach (var type in Types)
        {
            lists.AddRange(await ReadViewsAsync(type, cancellationToken).ConfigureAwait(false));
        }

        lists.AddRange(await OptionalAsync(() => ReadReportsAsync(cancellationToken)).ConfigureAwait(false));
        lists.AddRange(await OptionalAsync(() => ReadCampaignsAsync(cancellationToken)).ConfigureAwait(false));
        return lists;
    }

    public async Task<CrmListPage> ReadMembersAsync(string listId, string? cursor, CancellationToken cancellationToken)
    {
        var list = ListId.Parse(listId) ?? throw new CrmException(
            CrmFailure.Refused, api.Http.Connection.Name,
            "Salesforce has no such list of contacts or leads. Choose one of those that ReadListsAsync names.");

        // A report or campaign may hold both kinds: its leads come after its contacts.
        var place = MemberCursor.Parse(cursor, list.Type ?? RecordType.Contact);
        var page = await ReadPageAsync(list, place, cancellationToken).ConfigureAwait(false);
        var next = page.Next is { } onward ? place with { Inner = onward }
            : list.Type is null && place.Type == RecordType.Contact ? new MemberCursor(RecordType.Lead, Inner: null)
            : null;
        return page with { Next = next?.ToString(), RecordType = place.Type };
    }

    private Task<CrmListPage> ReadPageAsync(ListId list, MemberCursor place, CancellationToken cancellationToken) => list.Kind switch
    {
        ListKind.View => new ViewMembers(api).ReadAsync(place.Type, list.Id, place.Inner, cancellationToken),
        ListKind.Report => new ReportMembers(api).ReadAsync(place.Type, list.Id, place.Inner, cancellationToken),
        _ => new CampaignMembers(api).ReadAsync(place.Type, list.Id, place.Inner, cancellationToken),
    };

    // Reports and campaigns are features that an edition or a user may lack: there are none then.
    private static async Task<IReadOnlyList<CrmList>> OptionalAsync(Func<Task<IReadOnlyList<CrmList>>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (CrmException lacking) when (lacking.Failure is CrmFailure.Permission or CrmFailure.Refused)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<CrmList>> ReadViewsAsync(RecordType type, CancellationToken cancellationToken)
    {
        List<CrmList> lists = [];
        for (string? path = SalesforcePaths.ListViews(ObjectNames.Of(type)); path is not null;)
        {
            var page = await api.Http.AskAsync(
                RecordsApi.Get("read list views", path), static answer => SalesforceJson.Read(answer, SalesforceJson.Default.WireListViews),
                cancellationToken).ConfigureAwait(false);
            lists.AddRange(page.Listviews.OfType<WireListView>().Where(static view => view.Id is { } id && RecordId.IsId(id))
                .Select(view => Of(ListKind.View, type, view.Id!, view.Label)));
            path = page.NextRecordsUrl is { } next ? api.Local(next) : null;
        }

        return lists;
    }

    private async Task<IReadOnlyList<CrmList>> ReadReportsAsync(CancellationToken cancellationToken)
    {
        var reports = await api.Http.AskAsync(
            RecordsApi.Get("read reports", SalesforcePaths.Reports),
            static answer => SalesforceJson.Read(answer, SalesforceJson.Default.IReadOnlyListWireReport), cancellationToken).ConfigureAwait(false);
        return [.. reports.OfType<WireReport>().Where(static report => report.Id is { } id && RecordId.IsId(id))
            .Select(static report => Of(ListKind.Report, type: null, report.Id!, report.Name))];
    }

    private async Task<IReadOnlyList<CrmList>> ReadCampaignsAsync(CancellationToken cancellationToken)
    {
        var campaigns = await new ListPages(api).ReadAllAsync(
            "read campaigns", "SELECT Id, Name FROM Campaign ORDER BY Name, Id", SalesforceJson.Default.WireListWireCampaign, cancellationToken).ConfigureAwait(false);
        return [.. campaigns.Where(static campaign => campaign.Id is { } id && RecordId.IsId(id))
            .Select(static campaign => Of(ListKind.Campaign, type: null, campaign.Id!, campaign.Name))];
    }

    private static CrmList Of(ListKind kind, RecordType? type, string id, string? name) =>
        new(new ListId(kind, type, id).ToString(), string.IsNullOrWhiteSpace(name) ? id : name, Size: null);
}

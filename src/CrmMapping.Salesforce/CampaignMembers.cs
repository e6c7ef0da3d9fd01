namespace CrmMapping.Salesforce;

/// <summary>Reads the members of a campaign.</summary>
internal sealed class CampaignMembers(RecordsApi api)
{
    public async Task<CrmListPage> ReadAsync(RecordType type, string id, string? cursor, CancellationToken cancellationToken)
    {
        var field = type == RecordType.Lead ? "LeadId" : "ContactId";
        var after = cursor is null ? "" : $" AND {field} > {Soql.Literal(cursor)}";
        var soql = $"SELECT ContactId, LeadId FROM CampaignMember WHERE CampaignId = {Soql.Literal(id)} AND {field} != null{after} "
            + $"ORDER BY {field} LIMIT {RecordsApi.MaxBatch}";
        var page = await new ListPages(api).ReadAsync(
            "read a campaign", SalesforcePaths.Query(soql), SalesforceJson.Default.WireListWireMember, cancellationToken).ConfigureAwait(false);
        string[] ids = [.. page.Records.Select(member => type == RecordType.Lead ? member?.LeadId : member?.ContactId).OfType<string>()
            .Where(static id => RecordId.IsId(id)).Select(RecordId.ToLong)];
        return new CrmListPage(ids, page.Records.Count == RecordsApi.MaxBatch ? ids.LastOrDefault() : null);
    }
}

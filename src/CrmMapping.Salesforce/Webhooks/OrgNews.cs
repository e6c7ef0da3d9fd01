namespace CrmMapping.Salesforce;

/// <summary>Says what happened in one org.</summary>
/// <param name="OrganizationId">The org.</param>
/// <param name="Records">The records.</param>
internal sealed record OrgNews(string OrganizationId, IReadOnlyList<RecordNews> Records)
{
    public IEnumerable<Notice> Notices(string connection) => Records.Distinct().Select(record => new Notice
    {
        Connection = connection, Side = SyncSide.Crm, RecordType = record.Type, Id = record.Id, Kind = record.Kind, At = record.At,
    });
}

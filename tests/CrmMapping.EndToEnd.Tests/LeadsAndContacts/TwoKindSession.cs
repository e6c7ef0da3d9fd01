using System.Globalization;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Answers what is asked of the account.</summary>
internal sealed class TwoKindSession(TwoKindCrm crm) : ICrmSession, IReadsLists, ICountsRecords
{
    private const int PageSize = 3;

    public Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(RecordType recordType, CancellationToken cancellationToken)
    {
        var fields = recordType == RecordType.Lead ? TwoKindCrm.LeadFields : TwoKindCrm.ContactFields;
        return Ask<IReadOnlyList<FieldDescriptor>>("describe", recordType, () => [.. fields.Select(Describe)]);
    }

    public Task<CrmPage> ReadPageAsync(CrmFieldSet fields, string? cursor, CancellationToken cancellationToken) => Ask("list", fields.RecordType, () =>
    {
        var all = Of(fields).OrderBy(static r => r.Id, StringComparer.Ordinal).Where(r => string.CompareOrdinal(r.Id, cursor) > 0).ToList();
        var page = Page(fields, all.Take(PageSize));
        page.Next = all.Count > PageSize ? all[PageSize - 1].Id : null;
        return page;
    });

    public Task<CrmPage> ReadChangesAsync(CrmFieldSet fields, string? position, CancellationToken cancellationToken) => Ask("changes", fields.RecordType, () =>
    {
        var all = crm.Everything.Where(r => r.Kind == fields.RecordType).OrderBy(static r => r.Change).ToList();
        var since = position is null ? long.MaxValue : long.Parse(position, CultureInfo.InvariantCulture);
        var changed = all.FindAll(r => r.Change > since);
        var page = Page(fields, changed.Take(PageSize));
        page.HasMore = changed.Count > PageSize;
        var last = changed.Count > 0 ? changed[Math.Min(PageSize, changed.Count) - 1].Change : all.Count > 0 ? all[^1].Change : 0;
        page.Next = last.ToString(CultureInfo.InvariantCulture);
        return page;
    });

    public Task<CrmPage> ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => Ask("read", fields.RecordType, () =>
    {
        var page = CrmPage.Rent();
        foreach (var id in ids)
        {
            var found = crm.Find(id) is { } record && record.Kind == fields.RecordType ? record : null;
            Fill(page.Add(fields.Count), fields, found is { MergedInto: { } survivor } ? crm.Get(survivor) : found, id);
        }

        return page;
    });

    public Task<CrmPage> FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) => Ask("find", fields.RecordType, () =>
        Page(fields, Of(fields).Where(r => keys.Any(key => r[key.Kind == MatchKeyKind.Phone ? "Phone" : "Email"] == key.Value))));

    public Task<CrmPage> ReadCreatedAsync(CrmFieldSet fields, Instant since, CancellationToken cancellationToken) =>
        Ask("created", fields.RecordType, () => Page(fields, Of(fields)));

    public Task<IReadOnlyList<CrmFieldTime>> ReadFieldTimesAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CrmFieldTime>>([]);

    public async Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken)
    {
        crm.Writing?.Invoke(writes);
        var results = await Ask<IReadOnlyList<CrmWriteResult>>("write", fields.RecordType, () => [.. writes.Select(write => Write(fields, write))]);
        crm.Written?.Invoke();
        return results;
    }

    public Task<IReadOnlyList<CrmOwner>> ReadOwnersAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CrmOwner>>([]);

    public Task<IReadOnlyList<CrmList>> ReadListsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CrmList>>([.. crm.Lists.Select(static list => new CrmList(list.Key, list.Key, list.Value.Count))]);

    public Task<CrmListPage> ReadMembersAsync(string listId, string? cursor, CancellationToken cancellationToken)
    {
        var kind = cursor is null ? RecordType.Lead : RecordType.Contact;
        string[] ids = [.. crm.Lists[listId].Where(id => crm.Get(id).Kind == kind)];
        return Task.FromResult(new CrmListPage(ids, cursor is null ? "contacts" : null) { RecordType = kind });
    }

    public Task<long?> CountAsync(RecordType recordType, CancellationToken cancellationToken) =>
        Ask<long?>("count", recordType, () => crm.All.Count(r => r.Kind == recordType));

    public ValueTask DisposeAsync() => default;

    private static FieldDescriptor Describe(string field) => new()
    {
        Key = field,
        Type = field switch { "Phone" => FieldType.Phone, "Email" => FieldType.Email, "Status" => FieldType.Picklist, _ => FieldType.Text },
        Options = field == "Status" ? [new FieldOption("Open", "Open"), new FieldOption("Working", "Working"), new FieldOption("Closed", "Closed")] : [],
    };

    private IEnumerable<TwoKindRecord> Of(CrmFieldSet fields) => crm.All.Where(r => r.Kind == fields.RecordType);

    private Task<T> Ask<T>(string what, RecordType kind, Func<T> answer)
    {
        RequestScope.EnterRequest();
        lock (crm.Gate)
        {
            crm.Requests.Add($"{what} {kind}");
            return Task.FromResult(answer());
        }
    }

    private CrmPage Page(CrmFieldSet fields, IEnumerable<TwoKindRecord> records)
    {
        var page = CrmPage.Rent();
        foreach (var record in records)
        {
            Fill(page.Add(fields.Count), fields, record, record.Id);
        }

        return page;
    }

    private void Fill(CrmRecord into, CrmFieldSet fields, TwoKindRecord? record, string asked)
    {
        (into.Id, into.RequestedId, into.IsArchived) = (record?.Id ?? asked, asked, record?.IsDeleted ?? true);
        (into.ModifiedAt, into.ConvertedInto) = (record is null ? null : crm.Noon + Duration.FromSeconds(record.Change), record?.ConvertedInto);
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            into.Values.Set(ordinal, FieldValue.Of(record?[fields.Fields[ordinal].Key]));
        }
    }

    private CrmWriteResult Write(CrmFieldSet fields, CrmWrite write)
    {
        var record = write.Kind == CrmWriteKind.Create ? crm.Get(crm.Add(fields.RecordType, [])) : crm.Find(write.Id!);
        if (record is null or { IsDeleted: true })
        {
            return new CrmWriteResult { Outcome = CrmWriteOutcome.NotFound };
        }

        if (record.ConvertedInto is not null)
        {
            return new CrmWriteResult
            {
                Outcome = crm.SaysThatConvertedLeadsAreGone ? CrmWriteOutcome.NotFound : CrmWriteOutcome.Refused,
                Message = "cannot reference converted lead",
            };
        }

        crm.Set(record, Enumerable.Range(0, fields.Count).Where(ordinal => !write.Values.IsUnknown(ordinal))
            .Select(ordinal => (fields.Fields[ordinal].Key, write.Values.Value(ordinal).Text)).ToList());
        var confirmed = new CrmRecord();
        confirmed.Reset(fields.Count);
        Fill(confirmed, fields, record, record.Id);
        return new CrmWriteResult { Outcome = CrmWriteOutcome.Written, Id = record.Id, Confirmed = confirmed.Values, ModifiedAt = confirmed.ModifiedAt };
    }
}

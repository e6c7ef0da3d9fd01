using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Talks to one HubSpot account.</summary>
internal sealed class HubSpotSession : ICrmSession, ICountsRecords, IReadsLists, IChecksAccess, ISetsUpFields, IReadsCallDispositions, ICallLog
{
    private readonly Connection _connection;
    private readonly AccountSchema _schema;
    private readonly ContactReader _reader;
    private readonly ContactFinder _finder;
    private readonly ChangeScanner _changes;
    private readonly CreatedReader _created;
    private readonly HistoryReader _history;
    private readonly BatchWriter _writer;
    private readonly OwnerReader _owners;
    private readonly ContactCounter _counter;
    private readonly ListReader _lists;
    private readonly AccessCheck _access;
    private readonly PropertyMaker _maker;
    private readonly DispositionReader _dispositions;
    private readonly ActivityLog _activities;

    public HubSpotSession(Connection connection, CrmHttpClient http, AccountDay day, HubSpotOptions options, IClock clock, ILogger logger)
    {
        var api = new ContactsApi(http, new HubSpotPaths(options.ApiVersion));
        _connection = connection;
        _schema = new AccountSchema(api, day, clock);
        _reader = new ContactReader(api, _schema);
        var searcher = new ContactSearcher(api, _reader);
        _finder = new ContactFinder(api, searcher, _schema);
        _counter = new ContactCounter(api);
        _changes = new ChangeScanner(api, _counter, _reader, Duration.FromTimeSpan(options.SearchLag), clock);
        _created = new CreatedReader(searcher, _schema);
        _history = new HistoryReader(api);
        _writer = new BatchWriter(connection, new ContactBatches(api, _reader, _schema, options.ExternalIdProperty), logger);
        _owners = new OwnerReader(api);
        _lists = new ListReader(api);
        _access = new AccessCheck(api, _schema, _owners);
        _maker = new PropertyMaker(api, _schema);
        _dispositions = new DispositionReader(api);
        _activities = new ActivityLog(api, options.ActivityKeyProperty);
    }

    public Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(RecordType recordType, CancellationToken cancellationToken)
    {
        CheckType(recordType);
        return _schema.ReadAsync(cancellationToken);
    }

    public Task<CrmPage> ReadPageAsync(CrmFieldSet fields, string? cursor, CancellationToken cancellationToken) =>
        FillAsync(fields, page => _reader.ReadPageAsync(fields, cursor, page, cancellationToken));

    public Task<CrmPage> ReadChangesAsync(CrmFieldSet fields, string? position, CancellationToken cancellationToken) =>
        FillAsync(fields, async page =>
        {
            if (position is null)
            {
                await _changes.PresentAsync(page, cancellationToken).ConfigureAwait(false);
                return;
            }

            await _changes.ReadAsync(fields, Parse(position), page, cancellationToken).ConfigureAwait(false);
        });

    public Task<CrmPage> ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        FillAsync(fields, page => _reader.ReadAsync(fields, ids, page, cancellationToken));

    public Task<CrmPage> FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) =>
        FillAsync(fields, page => _finder.FindAsync(fields, keys, page, cancellationToken));

    public Task<CrmPage> ReadCreatedAsync(CrmFieldSet fields, Instant since, CancellationToken cancellationToken) =>
        FillAsync(fields, page => _created.ReadAsync(fields, since, page, cancellationToken));

    public Task<IReadOnlyList<CrmFieldTime>> ReadFieldTimesAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        CheckType(fields.RecordType);
        return _history.ReadAsync(fields, ids, cancellationToken);
    }

    public Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken)
    {
        CheckType(fields.RecordType);
        return _writer.WriteAsync(fields, writes, cancellationToken);
    }

    public Task<IReadOnlyList<CrmOwner>> ReadOwnersAsync(CancellationToken cancellationToken) => _owners.ReadAsync(cancellationToken);

    public async Task<long?> CountAsync(RecordType recordType, CancellationToken cancellationToken)
    {
        CheckType(recordType);
        return (await _counter.CountAsync(cancellationToken).ConfigureAwait(false)).Total;
    }

    public Task<IReadOnlyList<CrmList>> ReadListsAsync(CancellationToken cancellationToken) => _lists.ReadAsync(cancellationToken);

    public Task<CrmListPage> ReadMembersAsync(string listId, string? cursor, CancellationToken cancellationToken) =>
        _lists.ReadMembersAsync(listId, cursor, cancellationToken);

    public Task<IReadOnlyList<AccessFinding>> CheckAccessAsync(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, CancellationToken cancellationToken) =>
        _access.RunAsync(fields, directions, cancellationToken);

    public Task<IReadOnlyList<FieldSetUpResult>> SetUpFieldsAsync(
        RecordType recordType, IReadOnlyList<FieldSetUp> wanted, bool isPreview, CancellationToken cancellationToken)
    {
        CheckType(recordType);
        return _maker.MakeAsync(wanted, isPreview, cancellationToken);
    }

    public Task<IReadOnlyList<FieldOption>> ReadCallDispositionsAsync(CancellationToken cancellationToken) =>
        _dispositions.ReadAsync(cancellationToken);

    public Task<IReadOnlyList<CrmWriteResult>> LogAsync(IReadOnlyList<ActivityWrite> writes, CancellationToken cancellationToken) =>
        _activities.LogAsync(writes, cancellationToken);

    public Task<IReadOnlyDictionary<string, string?>> ReadOutcomesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        _activities.ReadOutcomesAsync(ids, cancellationToken);

    // The account's budget and token outlive the session.
    public ValueTask DisposeAsync() => default;

    private ChangePosition Parse(string position)
    {
        try
        {
            return ChangePosition.Parse(position);
        }
        catch (Exception damaged) when (damaged is FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new CrmException(
                CrmFailure.Refused, _connection.Name,
                "The position of the last poll cannot be read. Pull all contacts once, which sets a new one.", damaged);
        }
    }

    private async Task<CrmPage> FillAsync(CrmFieldSet fields, Func<CrmPage, Task> fill)
    {
        CheckType(fields.RecordType);
        var page = CrmPage.Rent();
        try
        {
            await fill(page).ConfigureAwait(false);
            return page;
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    private void CheckType(RecordType recordType)
    {
        if (recordType != RecordType.Contact)
        {
            throw new CrmException(
                CrmFailure.Refused, _connection.Name, $"HubSpot contacts are synced, not records of type {recordType}. Map contacts.");
        }
    }
}

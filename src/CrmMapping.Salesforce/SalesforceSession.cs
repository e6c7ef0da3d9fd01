using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Talks to one Salesforce org, about its contacts and its leads.</summary>
internal sealed class SalesforceSession : ICrmSession, ICountsRecords, IReadsLists, IChecksAccess, ICallLog, IReadsCallDispositions
{
    private readonly Connection _connection;
    private readonly OrgSchema _schema;
    private readonly RecordPages _pages;
    private readonly RecordReader _reader;
    private readonly RecordFinder _finder;
    private readonly ChangeScanner _changes;
    private readonly CreatedReader _created;
    private readonly RecordWriter _writer;
    private readonly OwnerReader _owners;
    private readonly RecordCounter _counter;
    private readonly ListReader _lists;
    private readonly AccessCheck _access;
    private readonly TaskLog _tasks;
    private readonly IReadOnlyList<FieldOption> _callOutcomes;

    public SalesforceSession(
        Connection connection, CrmHttpClient http, OrgSize size, SalesforceOptions options, IClock clock, TimeProvider time, ILogger logger)
    {
        _connection = connection;
        _schema = new OrgSchema(http, clock);
        var api = new RecordsApi(http, _schema);
        var overlap = Duration.FromTimeSpan(options.ChangeOverlap);
        _pages = new RecordPages(api, new BulkPull(api, overlap, time, logger), options.BulkPullThreshold);
        _reader = new RecordReader(api);
        _finder = new RecordFinder(api, size);
        _changes = new ChangeScanner(api, overlap, clock);
        _created = new CreatedReader(api);
        _writer = new RecordWriter(connection, api, _reader, options, time, logger);
        _owners = new OwnerReader(api);
        _counter = new RecordCounter(api);
        _lists = new ListReader(api);
        _access = new AccessCheck(api, _owners);
        _tasks = new TaskLog(api);
        _callOutcomes = [.. options.CallOutcomes.Select(static outcome => new FieldOption(outcome, outcome))];
    }

    public async Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(RecordType recordType, CancellationToken cancellationToken) =>
        (await _schema.ReadAsync(recordType, cancellationToken).ConfigureAwait(false)).Descriptors;

    public Task<CrmPage> ReadPageAsync(CrmFieldSet fields, string? cursor, CancellationToken cancellationToken) =>
        FillAsync(page => _pages.ReadAsync(fields, cursor is null ? null : Parse(cursor, PageCursor.Parse), page, cancellationToken));

    public Task<CrmPage> ReadChangesAsync(CrmFieldSet fields, string? position, CancellationToken cancellationToken) => FillAsync(page => position is null
        ? _changes.PresentAsync(fields, page, cancellationToken)
        : _changes.ReadAsync(fields, Parse(position, ChangePosition.Parse), page, cancellationToken));

    public Task<CrmPage> ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        FillAsync(page => _reader.ReadAsync(fields, ids, page, cancellationToken));

    public Task<CrmPage> FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) =>
        FillAsync(page => _finder.FindAsync(fields, keys, page, cancellationToken));

    public Task<CrmPage> ReadCreatedAsync(CrmFieldSet fields, Instant since, CancellationToken cancellationToken) =>
        FillAsync(page => _created.ReadAsync(fields, since, page, cancellationToken));

    // The history of fields is kept for a few fields that an admin chose, if any: it proves nothing of the others.
    public Task<IReadOnlyList<CrmFieldTime>> ReadFieldTimesAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CrmFieldTime>>([]);

    public Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken) =>
        _writer.WriteAsync(fields, writes, cancellationToken);

    public Task<IReadOnlyList<CrmOwner>> ReadOwnersAsync(CancellationToken cancellationToken) => _owners.ReadAsync(cancellationToken);

    public async Task<long?> CountAsync(RecordType recordType, CancellationToken cancellationToken) =>
        await _counter.CountAsync(recordType, cancellationToken).ConfigureAwait(false);

    public Task<IReadOnlyList<CrmList>> ReadListsAsync(CancellationToken cancellationToken) => _lists.ReadAsync(cancellationToken);

    public Task<CrmListPage> ReadMembersAsync(string listId, string? cursor, CancellationToken cancellationToken) =>
        _lists.ReadMembersAsync(listId, cursor, cancellationToken);

    public Task<IReadOnlyList<AccessFinding>> CheckAccessAsync(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, CancellationToken cancellationToken) =>
        _access.RunAsync(fields, directions, cancellationToken);

    public Task<IReadOnlyList<CrmWriteResult>> LogAsync(IReadOnlyList<ActivityWrite> writes, CancellationToken cancellationToken) =>
        _tasks.LogAsync(writes, cancellationToken);

    public Task<IReadOnlyDictionary<string, string?>> ReadOutcomesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        _tasks.ReadOutcomesAsync(ids, cancellationToken);

    // The result of a call is free text in Salesforce: there is no list in the org to ask for.
    public Task<IReadOnlyList<FieldOption>> ReadCallDispositionsAsync(CancellationToken cancellationToken) => Task.FromResult(_callOutcomes);

    // The org's budget and token outlive the session.
    public ValueTask DisposeAsync() => default;

    private static async Task<CrmPage> FillAsync(Func<CrmPage, Task> fill)
    {
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

    private T Parse<T>(string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (Exception damaged) when (damaged is FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new CrmException(
                CrmFailure.Refused, _connection.Name,
                "The position of the last read cannot be read. Pull all contacts once, which sets a new one.", damaged);
        }
    }
}

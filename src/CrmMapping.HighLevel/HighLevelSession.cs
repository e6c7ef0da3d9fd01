using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Talks to one HighLevel location.</summary>
internal sealed class HighLevelSession : ICrmSession, ICountsRecords, IChecksAccess, ISetsUpFields
{
    private readonly Connection _connection;
    private readonly LocationSchema _schema;
    private readonly ContactReader _reader;
    private readonly ContactSearcher _searcher;
    private readonly ContactFinder _finder;
    private readonly ChangeScanner _changes;
    private readonly CreatedReader _created;
    private readonly BatchWriter _writer;
    private readonly OwnerReader _owners;
    private readonly AccessCheck _access;
    private readonly FieldMaker _maker;

    public HighLevelSession(
        Connection connection, CrmHttpClient http, AccountSize size, HighLevelOptions options, IClock clock, ILogger logger)
    {
        var api = new ContactsApi(http, HighLevelLocation.Find(connection, options));
        var location = new LocationReader(api);
        _connection = connection;
        _schema = new LocationSchema(api, clock);
        _reader = new ContactReader(api, _schema);
        _searcher = new ContactSearcher(api, _reader);
        _finder = new ContactFinder(api, _reader, location, size);
        _changes = new ChangeScanner(api, _reader, Duration.FromTimeSpan(options.SearchLag), clock);
        _created = new CreatedReader(_searcher, _reader);
        _writer = new BatchWriter(connection, new ContactBatches(api, _reader, _schema), logger);
        _owners = new OwnerReader(api, location);
        _access = new AccessCheck(api, _schema, _owners);
        _maker = new FieldMaker(api, _schema);
    }

    public Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(RecordType recordType, CancellationToken cancellationToken)
    {
        CheckType(recordType);
        return _schema.DescribeAsync(cancellationToken);
    }

    public Task<CrmPage> ReadPageAsync(CrmFieldSet fields, string? cursor, CancellationToken cancellationToken) =>
        FillAsync(fields, page => _reader.ReadPageAsync(fields, cursor, page, cancellationToken));

    public Task<CrmPage> ReadChangesAsync(CrmFieldSet fields, string? position, CancellationToken cancellationToken) =>
        FillAsync(fields, page => position is null
            ? _changes.PresentAsync(page, cancellationToken)
            : _changes.ReadAsync(fields, Parse(position), page, cancellationToken));

    public Task<CrmPage> ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        FillAsync(fields, page => _reader.ReadAsync(fields, ids, page, cancellationToken));

    public Task<CrmPage> FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) =>
        FillAsync(fields, page => _finder.FindAsync(fields, keys, page, cancellationToken));

    public Task<CrmPage> ReadCreatedAsync(CrmFieldSet fields, Instant since, CancellationToken cancellationToken) =>
        FillAsync(fields, page => _created.ReadAsync(fields, since, page, cancellationToken));

    // HighLevel keeps no history of fields.
    public Task<IReadOnlyList<CrmFieldTime>> ReadFieldTimesAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        CheckType(fields.RecordType);
        return Task.FromResult<IReadOnlyList<CrmFieldTime>>([]);
    }

    public Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken)
    {
        CheckType(fields.RecordType);
        return _writer.WriteAsync(fields, writes, cancellationToken);
    }

    public Task<IReadOnlyList<CrmOwner>> ReadOwnersAsync(CancellationToken cancellationToken) => _owners.ReadAsync(cancellationToken);

    public Task<long?> CountAsync(RecordType recordType, CancellationToken cancellationToken)
    {
        CheckType(recordType);
        return _searcher.CountAsync(cancellationToken);
    }

    public Task<IReadOnlyList<AccessFinding>> CheckAccessAsync(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, CancellationToken cancellationToken)
    {
        CheckType(fields.RecordType);
        return _access.RunAsync(fields, directions, cancellationToken);
    }

    public Task<IReadOnlyList<FieldSetUpResult>> SetUpFieldsAsync(
        RecordType recordType, IReadOnlyList<FieldSetUp> wanted, bool isPreview, CancellationToken cancellationToken)
    {
        CheckType(recordType);
        return _maker.MakeAsync(wanted, isPreview, cancellationToken);
    }

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
                CrmFailure.Refused, _connection.Name, $"HighLevel contacts are synced, not records of type {recordType}. Map contacts.");
        }
    }
}

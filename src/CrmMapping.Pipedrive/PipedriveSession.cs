using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Talks to one Pipedrive company.</summary>
internal sealed class PipedriveSession : ICrmSession, IChecksAccess, ISetsUpFields
{
    private readonly Connection _connection;
    private readonly ContactsApi _api;
    private readonly AccountSchema _schema;
    private readonly ContactReader _reader;
    private readonly ContactFinder _finder;
    private readonly ChangeScanner _changes;
    private readonly CreatedReader _created;
    private readonly BatchWriter _writer;
    private readonly OwnerReader _owners;
    private readonly AccessCheck _access;
    private readonly PropertyMaker _maker;

    public PipedriveSession(
        Connection connection, CrmHttpClient http, AccountKnowledge known, PipedriveOptions options, IClock clock, ILogger logger)
    {
        _connection = connection;
        _api = new ContactsApi(http);
        _schema = known.Schema;
        _reader = new ContactReader(_api, _schema);
        _finder = new ContactFinder(_api, _reader, _schema, known.Size);
        _changes = new ChangeScanner(_api, _schema, Duration.FromTimeSpan(options.SearchLag), clock);
        _created = new CreatedReader(_api, _schema);
        var lost = new LostCreates(_created, options.ExternalIdField, clock);
        _writer = new BatchWriter(connection, new ContactBatches(_api, _reader, _schema, lost, options.ExternalIdField), logger);
        _owners = new OwnerReader(_api);
        _access = new AccessCheck(_api, _schema, _owners);
        _maker = new PropertyMaker(_api, _schema);
    }

    public Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(RecordType recordType, CancellationToken cancellationToken)
    {
        CheckType(recordType);
        return _schema.ReadAsync(_api, cancellationToken);
    }

    public Task<CrmPage> ReadPageAsync(CrmFieldSet fields, string? cursor, CancellationToken cancellationToken) =>
        FillAsync(fields, page => _reader.ReadPageAsync(fields, cursor, page, cancellationToken));

    public Task<CrmPage> ReadChangesAsync(CrmFieldSet fields, string? position, CancellationToken cancellationToken) =>
        FillAsync(fields, async page =>
        {
            if (position is null)
            {
                await _changes.PresentAsync(fields, page, cancellationToken).ConfigureAwait(false);
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
        // Pipedrive keeps no history of persons' fields that can be asked for; webhooks tell which fields changed.
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

    public Task<IReadOnlyList<AccessFinding>> CheckAccessAsync(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, CancellationToken cancellationToken) =>
        _access.RunAsync(fields, directions, cancellationToken);

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
                CrmFailure.Refused, _connection.Name, $"Pipedrive persons are synced, not records of type {recordType}. Map contacts.");
        }
    }
}

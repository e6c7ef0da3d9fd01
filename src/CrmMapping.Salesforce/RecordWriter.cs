using CrmMapping.Http;
using Microsoft.Extensions.Logging;

namespace CrmMapping.Salesforce;

/// <summary>Writes records: a few by collections, many by a bulk job, those under a condition each by itself.</summary>
internal sealed class RecordWriter
{
    private readonly SalesforceOptions _options;
    private readonly BatchWriter _few;
    private readonly BatchWriter _many;
    private readonly BatchWriter _guarded;

    public RecordWriter(Connection connection, RecordsApi api, RecordReader reader, SalesforceOptions options, TimeProvider time, ILogger logger)
    {
        _options = options;
        var batches = new RecordBatches(api, reader, options, time);
        _few = new BatchWriter(connection, batches, logger);
        _many = new BatchWriter(connection, new BulkBatches(api, batches, options, time), logger);
        _guarded = new BatchWriter(connection, new RecordBatches(api, reader, options, time, isGuarded: true), logger);
    }

    public async Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken)
    {
        var results = new CrmWriteResult[writes.Count];
        foreach (var group in Enumerable.Range(0, writes.Count).GroupBy(place => (Kind: Kind(writes[place]), IsGuarded: IsGuarded(writes[place]))))
        {
            var places = group.ToList();
            var writer = group.Key.IsGuarded ? _guarded : group.Key.Kind is { } && places.Count >= _options.BulkThreshold ? _many : _few;
            var written = await writer.WriteAsync(fields, [.. places.Select(place => writes[place])], cancellationToken).ConfigureAwait(false);
            for (var number = 0; number < places.Count; number++)
            {
                results[places[number]] = written[number];
            }
        }

        return results;
    }

    private static bool IsGuarded(CrmWrite write) => write is { Kind: CrmWriteKind.Update, UnlessChangedSince: not null };

    // A job tells its results in no order, by the columns that were sent: a create without a key of its own is not known among them.
    private CrmWriteKind? Kind(CrmWrite write) =>
        (write.Kind == CrmWriteKind.Create && (_options.ExternalIdField is null || write.LocalId is null)) || !IngestTable.Fits(write) ? null : write.Kind;
}

using System.Collections.Frozen;

namespace CrmMapping;

/// <summary>Lets a preview go ahead of the positions that hold, without moving them.</summary>
/// <param name="scope">The connection's scope.</param>
/// <param name="runId">The preview's run, under which its own positions are kept between batches; null when nothing is kept.</param>
internal sealed class PreviewPositions(ConnectionScope scope, string? runId) : Positions(scope)
{
    private readonly Dictionary<string, string?> _moved = new(StringComparer.Ordinal);

    public override async Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        _moved.GetValueOrDefault(name)
        ?? (runId is null ? null : await base.FindAsync(Own(name), cancellationToken).ConfigureAwait(false))
        ?? await base.FindAsync(name, cancellationToken).ConfigureAwait(false);

    public override void Move(Batch batch, string name, string? value)
    {
        _moved[name] = value;
        if (runId is not null)
        {
            base.Move(batch, Own(name), value);
        }
    }

    /// <summary>Begins nothing: a preview leaves no trace.</summary>
    public override Task<IReadOnlyDictionary<RecordType, long>> MarkStartAsync(Batch batch, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<RecordType, long>>(FrozenDictionary<RecordType, long>.Empty);

    /// <summary>Gives what removes the preview's own positions once it has ended.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Removal() =>
    [
        new(Own(PositionNames.LocalFeed), null),
        .. Scope.Kinds.Select(kind => new KeyValuePair<string, string?>(Own(PositionNames.CrmChanges(kind.RecordType)), null)),
    ];

    private string Own(string name) => $"{name}/preview/{runId}";
}

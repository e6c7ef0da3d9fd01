namespace CrmMapping;

/// <summary>Reads a link's bases under the present map, whatever map they were written under, and packs them.</summary>
internal sealed class BaseCodec(ISyncStore store, CompiledMap map)
{
    private readonly Dictionary<string, int[]> _layouts = [];

    public async Task LoadAsync(Pair pair, Batch batch, CancellationToken cancellationToken)
    {
        var link = pair.Link!;
        var crmBase = link.CrmBase.IsEmpty ? link.LocalBase : link.CrmBase;
        pair.AgreedLocal = await ReadAsync(link.LocalBase, link.LayoutId, batch, cancellationToken).ConfigureAwait(false);
        pair.AgreedCrm = await ReadAsync(crmBase, link.LayoutId, batch, cancellationToken).ConfigureAwait(false);
        pair.CrmSeen = link.CrmSeen.IsEmpty ? null : await ReadAsync(link.CrmSeen, link.LayoutId, batch, cancellationToken).ConfigureAwait(false);
        pair.Unconfirmed = await OrdinalsAsync(link.Unconfirmed, link.LayoutId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what was about to be written for a contact.</summary>
    public async Task<DoneWrites> RecallAsync(WriteIntent intent, Batch batch, CancellationToken cancellationToken) => new()
    {
        Local = await ReadAsync(intent.Local, intent.LayoutId, batch, cancellationToken).ConfigureAwait(false),
        Crm = await ReadAsync(intent.Crm, intent.LayoutId, batch, cancellationToken).ConfigureAwait(false),
        Before = await ReadAsync(intent.Before, intent.LayoutId, batch, cancellationToken).ConfigureAwait(false),
        ToLocal = await OrdinalsAsync(intent.ToLocal, intent.LayoutId, cancellationToken).ConfigureAwait(false),
        ToCrm = await OrdinalsAsync(intent.ToCrm, intent.LayoutId, cancellationToken).ConfigureAwait(false),
        Creates = intent.Creates,
    };

    /// <summary>Reads a snapshot into a buffer of the present map; what that has anew is unknown.</summary>
    public async Task<RecordBuffer> ReadAsync(
        ReadOnlyMemory<byte> snapshot, string layoutId, Batch batch, CancellationToken cancellationToken)
    {
        var values = batch.Buffer(map.Count);
        if (snapshot.IsEmpty)
        {
            return values;
        }

        if (layoutId == map.LayoutId)
        {
            values.Load(snapshot.Span);
            return values;
        }

        var old = batch.Buffer(0);
        old.Load(snapshot.Span);
        Move(old, await PlacesAsync(layoutId, cancellationToken).ConfigureAwait(false), values);
        return values;
    }

    /// <summary>Gives ordinals as the present map has them; what that has no more is left out.</summary>
    public async Task<EquatableArray<int>> OrdinalsAsync(
        EquatableArray<int> ordinals, string layoutId, CancellationToken cancellationToken)
    {
        if (ordinals.Count == 0 || layoutId == map.LayoutId)
        {
            return ordinals;
        }

        var places = await PlacesAsync(layoutId, cancellationToken).ConfigureAwait(false);
        return ordinals.Select(then => Array.IndexOf(places, then)).Where(static now => now >= 0).ToEquatableArray();
    }

    /// <summary>Tells whether a record is byte for byte what it was when the pair came to rest under the same plan.</summary>
    public bool IsSettled(ContactLink link, RecordBuffer crm, string stamp) =>
        IsAtRest(link, stamp) && crm.Same((!link.CrmSeen.IsEmpty ? link.CrmSeen : !link.CrmBase.IsEmpty ? link.CrmBase : link.LocalBase).Span);

    /// <summary>Tells whether a pair came to rest under the same plan, with all that was written confirmed.</summary>
    public bool IsAtRest(ContactLink link, string stamp) =>
        link.SettledStamp == stamp && link.LayoutId == map.LayoutId && link.Unconfirmed.Count == 0;

    /// <summary>Packs bases so that equal ones are kept once.</summary>
    public static ContactLink Pack(ContactLink link, RecordBuffer local, RecordBuffer crm, RecordBuffer? seen) => link with
    {
        LocalBase = local.ToSnapshot(),
        CrmBase = crm.Same(local) ? default(ReadOnlyMemory<byte>) : crm.ToSnapshot(),
        CrmSeen = seen is null || seen.Same(crm) ? default(ReadOnlyMemory<byte>) : seen.ToSnapshot(),
    };

    private static void Move(RecordBuffer old, int[] places, RecordBuffer into)
    {
        for (var ordinal = 0; ordinal < places.Length; ordinal++)
        {
            if (places[ordinal] is >= 0 and var place && place < old.Count && !old.IsUnknown(place))
            {
                into.Set(ordinal, old[place]);
            }
        }
    }

    // Where each ordinal of the present map stood in an older one; -1 where that did not have it.
    private async Task<int[]> PlacesAsync(string layoutId, CancellationToken cancellationToken)
    {
        if (_layouts.TryGetValue(layoutId, out var places))
        {
            return places;
        }

        var text = await store.FindLayoutAsync(layoutId, cancellationToken).ConfigureAwait(false);
        var then = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var now = map.Layout.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return _layouts[layoutId] = [.. now.Select(line => Array.IndexOf(then, line))];
    }
}

namespace CrmMapping;

/// <summary>Reads a link's bases under the present map, whatever map they were written under, and packs them.</summary>
internal sealed class BaseCodec(ISyncStore store, CompiledMap map)
{
    private readonly Dictionary<string, int[]> _layouts = [];

    public async Task LoadAsync(Pair pair, Batch batch, CancellationToken cancellationToken)
    {
        var link = pair.Link!;
        pair.AgreedLocal = batch.Buffer(map.Count);
        pair.AgreedCrm = batch.Buffer(map.Count);
        if (link.LocalBase.IsEmpty)
        {
            return;
        }

        var crmBase = link.CrmBase.IsEmpty ? link.LocalBase : link.CrmBase;
        if (link.LayoutId == map.LayoutId)
        {
            pair.AgreedLocal.Load(link.LocalBase.Span);
            pair.AgreedCrm.Load(crmBase.Span);
            return;
        }

        var places = await PlacesAsync(link.LayoutId, cancellationToken).ConfigureAwait(false);
        var old = batch.Buffer(0);
        Move(link.LocalBase, old, places, pair.AgreedLocal);
        Move(crmBase, old, places, pair.AgreedCrm);
    }

    /// <summary>Tells whether a record is byte for byte what it was when the pair came to rest under the same plan.</summary>
    public bool IsSettled(ContactLink link, RecordBuffer crm, string stamp, Batch batch)
    {
        if (link.SettledStamp != stamp || link.LayoutId != map.LayoutId || link.Unconfirmed.Count > 0)
        {
            return false;
        }

        var seen = batch.Buffer(0);
        seen.Load((!link.CrmSeen.IsEmpty ? link.CrmSeen : !link.CrmBase.IsEmpty ? link.CrmBase : link.LocalBase).Span);
        return crm.Same(seen);
    }

    /// <summary>Packs bases so that equal ones are kept once.</summary>
    public static ContactLink Pack(ContactLink link, RecordBuffer local, RecordBuffer crm, RecordBuffer? seen) => link with
    {
        LocalBase = local.ToSnapshot(),
        CrmBase = crm.Same(local) ? default(ReadOnlyMemory<byte>) : crm.ToSnapshot(),
        CrmSeen = seen is null || seen.Same(crm) ? default(ReadOnlyMemory<byte>) : seen.ToSnapshot(),
    };

    private static void Move(ReadOnlyMemory<byte> snapshot, RecordBuffer old, int[] places, RecordBuffer into)
    {
        old.Load(snapshot.Span);
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

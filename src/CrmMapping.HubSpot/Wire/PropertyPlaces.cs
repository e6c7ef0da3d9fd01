using System.Buffers;
using System.Text.Json;

namespace CrmMapping.HubSpot;

/// <summary>Remembers at which place a property's name stood in the record before: there it stands again in nearly every answer.</summary>
internal ref struct PropertyPlaces(ReadOnlySpan<byte> json, FieldNames names)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private Place[] _places = ArrayPool<Place>.Shared.Rent(Math.Max(64, names.Count + 8));
    private int _known;

    public FieldNames Names { get; } = names;

    /// <summary>Finds the ordinal of the name at which the reader stands.</summary>
    public int Find(ref Utf8JsonReader reader, int place)
    {
        var name = reader.ValueSpan;
        if (place < _known)
        {
            ref readonly var before = ref _places[place];
            if (name.SequenceEqual(_json.Slice(before.Start, before.Length)))
            {
                return before.Ordinal;
            }
        }

        return Learn(ref reader, place, name);
    }

    public void Dispose()
    {
        ArrayPool<Place>.Shared.Return(_places);
        _places = [];
    }

    private int Learn(ref Utf8JsonReader reader, int place, ReadOnlySpan<byte> name)
    {
        var ordinal = reader.ValueIsEscaped ? FieldNames.None : Names.Find(name);
        if (place < _places.Length && place <= _known)
        {
            // The token starts with its quote.
            _places[place] = new Place((int)reader.TokenStartIndex + 1, name.Length, ordinal);
            _known = Math.Max(_known, place + 1);
        }

        return ordinal;
    }

    private readonly record struct Place(int Start, int Length, int Ordinal);
}

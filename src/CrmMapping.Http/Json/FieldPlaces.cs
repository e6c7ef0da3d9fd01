using System.Buffers;
using System.Text.Json;

namespace CrmMapping.Http;

/// <summary>
/// Finds the ordinals of names while records of one answer are read, and remembers at which place a name stood in the record
/// before: there it stands again in nearly every answer. To be disposed of.
/// </summary>
public ref struct FieldPlaces
{
    private readonly ReadOnlySpan<byte> _json;
    private Place[] _places;
    private int _known;

    /// <summary>Begins with an answer.</summary>
    /// <param name="json">The whole answer, as it is given to the reader.</param>
    /// <param name="names">The names.</param>
    public FieldPlaces(ReadOnlySpan<byte> json, FieldNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _json = json;
        Names = names;
        _places = ArrayPool<Place>.Shared.Rent(Math.Max(64, names.Count + 8));
    }

    /// <summary>Gets the names.</summary>
    public FieldNames Names { get; }

    /// <summary>Finds the ordinal of the name at which a reader stands.</summary>
    /// <param name="reader">The reader, at the name of a property.</param>
    /// <param name="place">The property's place in its object, from 0.</param>
    /// <returns>The ordinal, or <see cref="FieldNames.None"/>.</returns>
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

    /// <summary>Gives its memory back.</summary>
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

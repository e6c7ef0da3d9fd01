using System.Text;
using System.Text.Json;

namespace CrmMapping.HubSpot;

/// <summary>Gives the ids of an answer as the texts that were asked for, so that reading a record again makes no string.</summary>
internal ref struct AskedIds(IReadOnlyList<string> ids)
{
    private const int LongestId = 32;

    private readonly IReadOnlyList<string> _ids = ids;
    private Dictionary<string, int>? _places;
    private int _next;

    /// <summary>Finds the id at which a reader stands.</summary>
    /// <returns>The text that was asked for; one of its own where nobody asked for it.</returns>
    public string Find(ref Utf8JsonReader reader)
    {
        // Records mostly come in the order in which they were asked for, although nobody promises it.
        var place = _next < _ids.Count && Ascii.Equals(reader.ValueSpan, _ids[_next]) ? _next : Search(reader.ValueSpan);
        if (place < 0)
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        }

        _next = place + 1;
        return _ids[place];
    }

    private int Search(ReadOnlySpan<byte> id)
    {
        if (_ids.Count == 0 || id.Length > LongestId)
        {
            return -1;
        }

        Span<char> room = stackalloc char[LongestId];
        ReadOnlySpan<char> text = room[..Encoding.UTF8.GetChars(id, room)];
        _places ??= Places();
        return _places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var place) ? place : -1;
    }

    private readonly Dictionary<string, int> Places()
    {
        var places = new Dictionary<string, int>(_ids.Count, StringComparer.Ordinal);
        for (var place = 0; place < _ids.Count; place++)
        {
            places[_ids[place]] = place;
        }

        return places;
    }
}

using System.Globalization;
using System.Text;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Keeps the company's tags. Used under the gate.</summary>
internal sealed class TagBook(IReadOnlyList<AircallTag> start)
{
    private readonly List<AircallTag> _tags = [.. start];
    private long _lastId = Math.Max(677, start.Select(static tag => tag.Id).DefaultIfEmpty().Max());

    public IReadOnlyList<AircallTag> All => _tags;

    public AircallTag? Find(long id) => _tags.Find(tag => tag.Id == id);

    /// <summary>Adds a tag; emojis go from its name, as the service strips them.</summary>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public AircallTag Add(string name, string color)
    {
        var added = new AircallTag(++_lastId, Free(name, except: 0), color);
        _tags.Add(added);
        return added;
    }

    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public AircallTag Change(AircallTag tag, string? name, string? color)
    {
        var changed = tag with { Name = name is null ? tag.Name : Free(name, tag.Id), Color = color ?? tag.Color };
        _tags[_tags.FindIndex(one => one.Id == tag.Id)] = changed;
        return changed;
    }

    public void Remove(long id) => _tags.RemoveAll(tag => tag.Id == id);

    private string Free(string name, long except)
    {
        var plain = string.Concat(name.EnumerateRunes().Where(static rune => !IsEmoji(rune))).Trim();
        if (plain.Length is 0)
            throw new ArgumentException("name can't be blank");
        return _tags.Exists(tag => tag.Id != except && tag.Name == plain) ? throw new ArgumentException("name has already been taken") : plain;
    }

    private static bool IsEmoji(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol && !rune.IsAscii;
}

using System.Numerics;
using System.Text;
using System.Text.Json;

namespace CrmMapping.Http;

/// <summary>Knows the ordinals of a field set by the UTF-8 bytes of the fields' names, as a reader of JSON meets them.</summary>
/// <remarks>Immutable, made once for a field set by <see cref="FieldNameCache"/>.</remarks>
public sealed class FieldNames
{
    /// <summary>What <see cref="Find"/> gives for a name that is not known.</summary>
    public const int None = -1;

    private readonly byte[][] _names;
    private readonly int[] _buckets;
    private readonly int[] _next;

    internal FieldNames(CrmFieldSet fields, IEnumerable<string> more)
    {
        Count = fields.Count;
        string[] keys = [.. fields.Fields.Select(static field => field.Key)];
        string[] all = [.. keys, .. more.Except(keys, StringComparer.Ordinal)];
        Keys = keys;
        All = all;
        Encoded = [.. keys.Select(static key => JsonEncodedText.Encode(key))];
        _names = [.. all.Select(Encoding.UTF8.GetBytes)];
        _buckets = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(_names.Length * 2))];
        _next = new int[_names.Length];
        Index();
    }

    /// <summary>Gets how many fields the field set has.</summary>
    public int Count { get; }

    /// <summary>Gets the fields' names by ordinal.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Gets every name that is known: the fields', then those that are of use beside them.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Gets the fields' names by ordinal, ready to be written.</summary>
    public IReadOnlyList<JsonEncodedText> Encoded { get; }

    /// <summary>Finds a name.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <returns>The ordinal of the field, <see cref="Count"/> or more for a name beside the fields, or <see cref="None"/>.</returns>
    public int Find(ReadOnlySpan<byte> name)
    {
        for (var entry = _buckets[Bucket(name)]; entry > 0; entry = _next[entry - 1])
        {
            if (name.SequenceEqual(_names[entry - 1]))
            {
                return entry - 1;
            }
        }

        return None;
    }

    private void Index()
    {
        for (var ordinal = 0; ordinal < _names.Length; ordinal++)
        {
            var bucket = Bucket(_names[ordinal]);
            _next[ordinal] = _buckets[bucket];
            _buckets[bucket] = ordinal + 1;
        }
    }

    private int Bucket(ReadOnlySpan<byte> name)
    {
        var hash = (uint)name.Length;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(_buckets.Length - 1));
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace CrmMapping.HubSpot;

/// <summary>Knows the ordinals of a field set by the names' UTF-8 bytes. Made once for a field set.</summary>
internal sealed class FieldNames
{
    public const int None = -1;

    private static readonly ConditionalWeakTable<CrmFieldSet, FieldNames> Made = [];

    private readonly byte[][] _names;
    private readonly int[] _buckets;
    private readonly int[] _next;

    private FieldNames(CrmFieldSet fields)
    {
        Count = fields.Count;
        Keys = [.. fields.Fields.Select(field => field.Key)];
        Encoded = [.. Keys.Select(key => JsonEncodedText.Encode(key))];
        Modified = Array.IndexOf(Keys, "lastmodifieddate") is >= 0 and var mapped ? mapped : Count;
        _names = [.. Keys.Append("lastmodifieddate").Select(Encoding.UTF8.GetBytes)];
        _buckets = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(_names.Length * 2))];
        _next = new int[_names.Length];
        Index();
    }

    public int Count { get; }

    public string[] Keys { get; }

    public JsonEncodedText[] Encoded { get; }

    /// <summary>Gets the ordinal under which the time of the last change is found, whether it is mapped or not.</summary>
    public int Modified { get; }

    public static FieldNames Of(CrmFieldSet fields) => Made.GetValue(fields, static set => new FieldNames(set));

    /// <summary>Finds a name's ordinal.</summary>
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
        // The unmapped time comes last and stays out where the field is mapped.
        for (var ordinal = 0; ordinal < (Modified == Count ? Count + 1 : Count); ordinal++)
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

using System.Numerics;

namespace CrmMapping;

/// <summary>Holds ordinals as bits in memory that the caller lends, all zero at first.</summary>
internal readonly ref struct OrdinalSet(Span<ulong> words)
{
    private const int BitsAWord = 64;

    private readonly Span<ulong> _words = words;

    /// <summary>Tells how many words a number of ordinals takes.</summary>
    public static int WordsFor(int count) => (count + BitsAWord - 1) / BitsAWord;

    public void Add(int ordinal) => _words[ordinal / BitsAWord] |= 1UL << (ordinal % BitsAWord);

    public void AddAll(int count)
    {
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            Add(ordinal);
        }
    }

    /// <summary>Finds the first ordinal from a place on; -1 when there is none.</summary>
    public int Next(int from)
    {
        for (var word = from / BitsAWord; word < _words.Length; word++)
        {
            var rest = word == from / BitsAWord ? _words[word] & (ulong.MaxValue << (from % BitsAWord)) : _words[word];
            if (rest != 0)
            {
                return (word * BitsAWord) + BitOperations.TrailingZeroCount(rest);
            }
        }

        return -1;
    }
}

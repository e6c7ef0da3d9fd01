using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CrmMapping.Tests.Values;

public sealed class Two_records_of_values
{
    private static readonly string?[] Words = [null, "", "a", "aa", "ab", "b", "Zoë", "a text of some length, as notes have it"];

    private enum Order
    {
        OfTheMap,
        LastFirst,
        WrittenTwice,
    }

    [Fact, Trait("Rule", "X4")]
    public void Differ_in_the_fields_whose_values_differ_and_in_no_other() => Holds(static (one, other) =>
        Changes(one, other).SequenceEqual(Enumerable.Range(0, one.Count).Where(ordinal => one.Value(ordinal) != other.Value(ordinal))));

    [Fact, Trait("Rule", "X4")]
    public void Are_the_same_when_no_field_differs() => Holds(static (one, other) =>
        one.Same(other) == Changes(one, other).Count is 0 && one.Same(other.ToSnapshot()) == one.Same(other));

    [Fact]
    public void Are_the_same_when_one_was_kept_and_read_back() => Holds(static (one, other) =>
    {
        other.Load(one.ToSnapshot());
        return one.Same(other) && other.Same(one);
    });

    [Fact, Trait("Rule", "X4")]
    public void Are_not_the_same_when_one_has_fewer_fields_or_its_texts_part_elsewhere()
    {
        var record = Record(["a", "aa"], Order.OfTheMap);

        record.Same(Record(["a", "aa", null], Order.OfTheMap).ToSnapshot()).Should().BeFalse();
        record.Same(Record(["a"], Order.OfTheMap).ToSnapshot()).Should().BeFalse();
        record.Same(Record(["aa", "a"], Order.OfTheMap).ToSnapshot()).Should().BeFalse();
    }

    [Theory]
    [InlineData(new byte[] { 1, 2 })]
    [InlineData(new byte[] { 1, 2, (byte)'a', (byte)'a' })]
    public void Are_not_the_same_when_what_was_kept_is_longer_or_shorter_than_it_says(byte[] snapshot) =>
        Record(["a"], Order.OfTheMap).Same(snapshot).Should().BeFalse();

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 1, 0x80 })]
    public void Cannot_be_compared_when_what_was_kept_ends_within_a_number(byte[] snapshot)
    {
        var record = Record(["a"], Order.OfTheMap);

        record.Invoking(r => r.Same(snapshot)).Should().Throw<FormatException>();
    }

    private static void Holds(Func<RecordBuffer, RecordBuffer, bool> law) =>
        Prop.ForAll(Pairs().ToArbitrary(), pair => law(Record(pair.One, pair.OneOrder), Record(pair.Other, pair.OtherOrder)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    // Mostly alike, as a record and its base are; more fields than the bits of a word.
    private static Gen<Pair> Pairs() =>
        from count in Gen.Choose(0, 70)
        from one in Gen.ArrayOf(Gen.Elements(Words), count)
        from changes in Gen.ListOf(Gen.Choose(0, Math.Max(0, count - 1)), 3)
        from word in Gen.Elements(Words)
        from oneOrder in Gen.Elements(Enum.GetValues<Order>())
        from otherOrder in Gen.Elements(Enum.GetValues<Order>())
        from areAlike in Gen.Elements(true, false)
        select new Pair(
            one, oneOrder, [.. one.Select((value, ordinal) => !areAlike && changes.Contains(ordinal) ? word : value)], otherOrder);

    private static RecordBuffer Record(string?[] values, Order order)
    {
        var record = new RecordBuffer(values.Length);
        for (var place = 0; place < values.Length; place++)
        {
            var ordinal = order == Order.LastFirst ? values.Length - 1 - place : place;
            if (order == Order.WrittenTwice)
            {
                record.Set(ordinal, "before"u8);
            }

            Set(record, ordinal, values[ordinal]);
        }

        return record;
    }

    private static void Set(RecordBuffer record, int ordinal, string? value)
    {
        if (value is null)
        {
            record.Forget(ordinal);
        }
        else
        {
            record.Set(ordinal, Encoding.UTF8.GetBytes(value));
        }
    }

    private static List<int> Changes(RecordBuffer one, RecordBuffer other)
    {
        var changed = new OrdinalSet(new ulong[OrdinalSet.WordsFor(one.Count)]);
        one.MarkChanges(other, changed);
        List<int> ordinals = [];
        for (var ordinal = changed.Next(0); ordinal >= 0; ordinal = changed.Next(ordinal + 1))
        {
            ordinals.Add(ordinal);
        }

        return ordinals;
    }

    private sealed record Pair(string?[] One, Order OneOrder, string?[] Other, Order OtherOrder);
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CrmMapping.Tests.Values;

public sealed class A_value_in_canonical_form
{
    private static readonly CanonicalContext American = new(new PhoneNumberNormalizer(), "US");

    [Theory, Trait("Rule", "F1")]
    [InlineData(FieldType.Text, " Ada ", " Ada ")]
    [InlineData(FieldType.Text, "a\r\nb", "a\r\nb")]
    [InlineData(FieldType.Url, "https://Example.com/A", "https://Example.com/A")]
    [InlineData(FieldType.Picklist, "Hot lead", "Hot lead")]
    [InlineData(FieldType.Owner, " 42 ", "42")]
    [InlineData(FieldType.MultilineText, "a\r\nb\rc\nd\r", "a\nb\nc\nd\n")]
    [InlineData(FieldType.Email, "  Ada@Example.COM ", "ada@example.com")]
    [InlineData(FieldType.Email, "ÄDA@exämple.com", "äda@exämple.com")]
    [InlineData(FieldType.Number, "12.0", "12")]
    [InlineData(FieldType.Number, "+5", "5")]
    [InlineData(FieldType.Number, "-0.0", "0")]
    [InlineData(FieldType.Number, "000", "0")]
    [InlineData(FieldType.Number, "-007.2500", "-7.25")]
    [InlineData(FieldType.Number, ".5", "0.5")]
    [InlineData(FieldType.Number, "5.", "5")]
    [InlineData(FieldType.Number, "0.001", "0.001")]
    [InlineData(FieldType.Number, "1e3", "1000")]
    [InlineData(FieldType.Number, "1.25E+1", "12.5")]
    [InlineData(FieldType.Number, "1.0E7", "10000000")]
    [InlineData(FieldType.Number, "12e-4", "0.0012")]
    [InlineData(FieldType.Number, "123456789012345678901234567890.10", "123456789012345678901234567890.1")]
    [InlineData(FieldType.Boolean, "TRUE", "true")]
    [InlineData(FieldType.Boolean, "1", "true")]
    [InlineData(FieldType.Boolean, "Yes", "true")]
    [InlineData(FieldType.Boolean, "False", "false")]
    [InlineData(FieldType.Boolean, "0", "false")]
    [InlineData(FieldType.Boolean, "no", "false")]
    [InlineData(FieldType.Date, " 2026-11-23 ", "2026-11-23")]
    [InlineData(FieldType.Date, "2026-11-23T00:00:00.000Z", "2026-11-23")]
    [InlineData(FieldType.Date, "2026-11-23T02:00:00+02:00", "2026-11-23")]
    [InlineData(FieldType.Date, "1795392000000", "2026-11-23")]
    [InlineData(FieldType.Date, "-86400000", "1969-12-31")]
    [InlineData(FieldType.DateTime, "2026-11-23T22:26:00Z", "2026-11-23T22:26:00Z")]
    [InlineData(FieldType.DateTime, "2026-11-23T15:26:00.000-0700", "2026-11-23T22:26:00Z")]
    [InlineData(FieldType.DateTime, "2026-11-23 15:26-07:00", "2026-11-23T22:26:00Z")]
    [InlineData(FieldType.DateTime, "2026-12-31T23:30:00.120-01", "2027-01-01T00:30:00.12Z")]
    [InlineData(FieldType.DateTime, "2026-11-23T22:26:00.123456789Z", "2026-11-23T22:26:00.1234567Z")]
    [InlineData(FieldType.DateTime, "1795472760500", "2026-11-23T22:26:00.5Z")]
    [InlineData(FieldType.TimeOfDay, "08:33:16-07:00", "08:33:16-07:00")]
    [InlineData(FieldType.TimeOfDay, "08:33", "08:33:00")]
    [InlineData(FieldType.TimeOfDay, "08:33:16.500+0530", "08:33:16.5+05:30")]
    [InlineData(FieldType.TimeOfDay, "08:33:16.000Z", "08:33:16+00:00")]
    [InlineData(FieldType.TimeOfDay, "08:33:16-00:00", "08:33:16+00:00")]
    [InlineData(FieldType.MultiPicklist, "b; a ;;b", "a;b")]
    [InlineData(FieldType.Phone, "(415) 555-2671", "+14155552671")]
    [InlineData(FieldType.Phone, "+44 20 7031 3000", "+442070313000")]
    public void Is_written_one_way_however_it_is_spelled(FieldType type, string raw, string canonical) =>
        Write(type, raw).Should().Be((canonical, true));

    [Theory, Trait("Rule", "F1"), Trait("Rule", "F8")]
    [InlineData(FieldType.Email, "ada", "ada")]
    [InlineData(FieldType.Email, "Ada@@example.com", "Ada@@example.com")]
    [InlineData(FieldType.Email, "ada@example", "ada@example")]
    [InlineData(FieldType.Email, "ada@example.com, b@example.com", "ada@example.com, b@example.com")]
    [InlineData(FieldType.Email, "@example.com", "@example.com")]
    [InlineData(FieldType.Email, "ada@", "ada@")]
    [InlineData(FieldType.Number, " 1,200 ", "1,200")]
    [InlineData(FieldType.Number, "NaN", "NaN")]
    [InlineData(FieldType.Number, ".", ".")]
    [InlineData(FieldType.Number, "--1", "--1")]
    [InlineData(FieldType.Number, "1e", "1e")]
    [InlineData(FieldType.Number, "1e400", "1e400")]
    [InlineData(FieldType.Number, "1e99999999999", "1e99999999999")]
    [InlineData(FieldType.Boolean, "maybe", "maybe")]
    [InlineData(FieldType.Date, "2026-02-30", "2026-02-30")]
    [InlineData(FieldType.Date, "2026-11-23T22:26:00Z", "2026-11-23T22:26:00Z")]
    [InlineData(FieldType.Date, "20261123", "20261123")]
    [InlineData(FieldType.Date, "11/23/2026", "11/23/2026")]
    [InlineData(FieldType.DateTime, "2026-11-23T22:26:00", "2026-11-23T22:26:00")]
    [InlineData(FieldType.DateTime, "2026-11-23", "2026-11-23")]
    [InlineData(FieldType.DateTime, "2026-11-23T24:00:00Z", "2026-11-23T24:00:00Z")]
    [InlineData(FieldType.DateTime, "0001-01-01T00:00:00+02:00", "0001-01-01T00:00:00+02:00")]
    [InlineData(FieldType.DateTime, "9223372036854775807", "9223372036854775807")]
    [InlineData(FieldType.TimeOfDay, "8:33", "8:33")]
    [InlineData(FieldType.TimeOfDay, "08:60", "08:60")]
    [InlineData(FieldType.TimeOfDay, "08:33+19:00", "08:33+19:00")]
    [InlineData(FieldType.Phone, " call me ", "call me")]
    public void Is_kept_as_trimmed_text_where_it_is_none(FieldType type, string raw, string kept) =>
        Write(type, raw).Should().Be((kept, false));

    [Theory, Trait("Rule", "F2")]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u00A0\u2003")]
    public void Is_blank_whatever_the_white_space(string raw)
    {
        foreach (var type in Enum.GetValues<FieldType>())
        {
            Write(type, raw).Should().Be(("", true), "of {0}", type);
        }
    }

    [Theory, Trait("Rule", "F1")]
    [InlineData("+14155552671", true)]
    [InlineData("+14155552671;ext=12", true)]
    [InlineData("4155552671", false)]
    [InlineData("+14155552671;ext=", false)]
    [InlineData("+0155552671", false)]
    public void Takes_only_whole_phone_numbers_where_nobody_reads_others(string raw, bool isNumber)
    {
        var buffer = new RecordBuffer(1);

        CanonicalForm.TryWrite(FieldType.Phone, Encoding.UTF8.GetBytes(raw), buffer, 0, default).Should().Be(isNumber);
        buffer.Value(0).Text.Should().Be(raw);
    }

    [Fact, Trait("Rule", "F1"), Trait("Rule", "X4")]
    public void Stays_as_it_is_when_written_again() =>
        Prop.ForAll(Spellings().ToArbitrary(), ArbMap.Default.ArbFor<FieldType>(), static (raw, type) =>
        {
            var (once, isValid) = Write(type, raw);
            return Write(type, once) == (once, isValid);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithReplay(new Replay(new Rnd(1, 3), null)));

    [Theory, Trait("Rule", "F1")]
    [InlineData(FieldType.Text, "Ada")]
    [InlineData(FieldType.MultilineText, "a\r\nb")]
    [InlineData(FieldType.Number, "12.50")]
    [InlineData(FieldType.Boolean, "Yes")]
    [InlineData(FieldType.Date, "2026-11-23")]
    [InlineData(FieldType.DateTime, "2026-11-23T15:26:00.000-0700")]
    [InlineData(FieldType.TimeOfDay, "08:33:16-07:00")]
    [InlineData(FieldType.Email, "Ada@Example.com")]
    [InlineData(FieldType.Phone, "(415) 555-2671")]
    [InlineData(FieldType.MultiPicklist, "b;a")]
    public void Is_written_without_allocating(FieldType type, string raw)
    {
        var (bytes, buffer) = (Encoding.UTF8.GetBytes(raw), new RecordBuffer(1));
        var isValid = false;

        var allocated = Allocation.Of(() =>
        {
            buffer.Reset(1);
            isValid = CanonicalForm.TryWrite(type, bytes, buffer, 0, American);
        });

        (isValid, allocated).Should().Be((true, 0));
    }

    private static (string Text, bool IsValid) Write(FieldType type, string raw)
    {
        var buffer = new RecordBuffer(1);
        var isValid = CanonicalForm.TryWrite(type, Encoding.UTF8.GetBytes(raw), buffer, 0, American);
        return (buffer.Value(0).Text!, isValid);
    }

    // Text that is nearly a value of something: pieces of numbers, times, addresses and white space, in any order.
    private static Gen<string> Spellings() => Gen.Elements(
            "1", "0", "00", "-", "+", ".", "e", "E", "12", "2026-11-23", "T", "22:26", ":00", ".50", "Z", "+02:00", " ", "\t", "\r\n",
            "\r", "\n", ";", "a", "B", "İ", "ß", "@", "Example", ".com", "\u00A0", "415", "555", "2671", "x", "true", "No", "\u0130")
        .ListOf(6)
        .Select(static parts => string.Concat(parts));
}

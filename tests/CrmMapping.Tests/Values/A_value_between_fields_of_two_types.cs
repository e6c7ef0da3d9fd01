namespace CrmMapping.Tests.Values;

public sealed class A_value_between_fields_of_two_types
{
    [Theory, Trait("Rule", "E5")]
    [InlineData(FieldType.Date, FieldType.DateTime, "2026-11-23", "2026-11-23T00:00:00Z")]
    [InlineData(FieldType.DateTime, FieldType.Date, "2026-11-23T00:00:00Z", "2026-11-23")]
    [InlineData(FieldType.Number, FieldType.Text, "12.5", "12.5")]
    [InlineData(FieldType.Text, FieldType.Number, "12.50", "12.5")]
    [InlineData(FieldType.Text, FieldType.Email, "Ada@Example.com", "ada@example.com")]
    [InlineData(FieldType.Boolean, FieldType.Picklist, "true", "true")]
    [InlineData(FieldType.Picklist, FieldType.Boolean, "Yes", "true")]
    [InlineData(FieldType.Picklist, FieldType.MultiPicklist, "a", "a")]
    [InlineData(FieldType.MultiPicklist, FieldType.Picklist, "a", "a")]
    [InlineData(FieldType.TimeOfDay, FieldType.Text, "08:33:16-07:00", "08:33:16-07:00")]
    public void Arrives_whole(FieldType from, FieldType to, string value, string expected)
    {
        CanonicalForm.TryConvert(value, from, to, default, out var converted).Should().BeTrue();
        converted.Should().Be(FieldValue.Of(expected));
    }

    [Theory, Trait("Rule", "E5")]
    [InlineData(FieldType.DateTime, FieldType.Date, "2026-11-23T22:26:00Z")]
    [InlineData(FieldType.DateTime, FieldType.TimeOfDay, "2026-11-23T22:26:00Z")]
    [InlineData(FieldType.MultiPicklist, FieldType.Picklist, "a;b")]
    [InlineData(FieldType.Text, FieldType.Number, "a dozen")]
    [InlineData(FieldType.Text, FieldType.Email, "none")]
    [InlineData(FieldType.Email, FieldType.Phone, "ada@example.com")]
    [InlineData(FieldType.Boolean, FieldType.Date, "true")]
    public void Is_refused_and_kept_where_something_would_be_lost(FieldType from, FieldType to, string value)
    {
        CanonicalForm.TryConvert(value, from, to, default, out var converted).Should().BeFalse();
        converted.Should().Be(FieldValue.Of(value));
    }

    [Fact, Trait("Rule", "F2"), Trait("Rule", "F2a")]
    public void Stays_blank_or_unknown_between_any_two()
    {
        foreach (var (from, to) in Pairs())
        {
            CanonicalForm.TryConvert(FieldValue.Blank, from, to, default, out var blank).Should().BeTrue();
            CanonicalForm.TryConvert(FieldValue.Unknown, from, to, default, out var unknown).Should().BeTrue();
            (blank, unknown).Should().Be((FieldValue.Blank, FieldValue.Unknown));
        }
    }

    [Theory, Trait("Rule", "E5")]
    [InlineData(FieldType.DateTime, FieldType.Date, false)]
    [InlineData(FieldType.Date, FieldType.DateTime, true)]
    [InlineData(FieldType.Number, FieldType.Text, true)]
    [InlineData(FieldType.Text, FieldType.Number, false)]
    [InlineData(FieldType.Text, FieldType.Email, true)]
    [InlineData(FieldType.Email, FieldType.Text, true)]
    [InlineData(FieldType.Email, FieldType.Phone, false)]
    [InlineData(FieldType.Text, FieldType.Picklist, true)]
    [InlineData(FieldType.MultiPicklist, FieldType.Picklist, false)]
    [InlineData(FieldType.Owner, FieldType.Text, true)]
    [InlineData(FieldType.Boolean, FieldType.Number, false)]
    public void May_be_mapped_only_where_every_value_arrives_whole(FieldType from, FieldType to, bool isAllowed) =>
        (TypeCompatibility.Of(from, to) is TypeFit.Same or TypeFit.Lossless).Should().Be(isAllowed);

    [Fact, Trait("Rule", "E5")]
    public void Fits_the_same_type_and_text_whatever_it_is()
    {
        foreach (var type in Enum.GetValues<FieldType>())
        {
            TypeCompatibility.Of(type, type).Should().Be(TypeFit.Same);
            TypeCompatibility.Of(type, FieldType.MultilineText).Should().BeOneOf(TypeFit.Same, TypeFit.Lossless);
        }
    }

    private static IEnumerable<(FieldType From, FieldType To)> Pairs() =>
        from first in Enum.GetValues<FieldType>() from second in Enum.GetValues<FieldType>() select (first, second);
}

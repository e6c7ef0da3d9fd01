namespace CrmMapping.Tests.Engine;

[Trait("Rule", "S6"), Trait("Rule", "O2")]
public sealed class A_cursor_over_kinds_of_records
{
    private static readonly EquatableArray<RecordType> Both = [RecordType.Lead, RecordType.Contact];
    private static readonly EquatableArray<RecordType> ContactsAlone = [RecordType.Contact];

    [Fact]
    public void Goes_through_one_kind_after_the_other()
    {
        var start = KindCursor.Start(Both);
        var second = KindCursor.Parse(start.After("500")!, Both);
        var third = KindCursor.Parse(second.After(null)!, Both);

        (start.Left[0], start.Place).Should().Be((RecordType.Lead, null));
        (second.Left[0], second.Place).Should().Be((RecordType.Lead, "500"));
        (third.Left[0], third.Place).Should().Be((RecordType.Contact, null));
        third.After(null).Should().BeNull();
    }

    [Theory]
    [InlineData("500")]
    [InlineData("a/b:c+d")]
    public void Comes_back_from_its_text_whatever_the_crm_writes(string place)
    {
        var cursor = new KindCursor(Both, place);

        KindCursor.Parse(cursor.ToString(), Both).Should().Be(cursor);
    }

    [Theory]
    [InlineData("Lead+Contact/after:500", null)]
    [InlineData("Contact/after:500", "500")]
    [InlineData("after:500", "500")]
    public void Passes_over_what_is_synced_no_more(string text, string? place) =>
        KindCursor.Parse(text, ContactsAlone).Should().Be(new KindCursor(ContactsAlone, place));

    [Fact]
    public void Ends_where_nothing_is_left_to_sync() => KindCursor.Parse("Lead/after:500", ContactsAlone).Left.Should().BeEmpty();
}

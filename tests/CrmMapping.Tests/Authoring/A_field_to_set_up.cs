namespace CrmMapping.Tests.Authoring;

public sealed class A_field_to_set_up
{
    private readonly FieldMapping _tier = new SomeMap().Set().FindByLocal("Company")!;
    private readonly FieldMapping _notes = new SomeMap().Set().FindByLocal("Notes")!;

    [Fact, Trait("Rule", "C8")]
    public void Is_what_the_map_says_of_it()
    {
        _tier.SetUp.Should().Be(new FieldDescriptor
        {
            Key = "tier",
            Label = "Tier",
            Type = FieldType.Picklist,
            Options = [new("Gold", "Gold"), new("Silver", "Silver")],
        });
        _notes.SetUp.Should().Be(new FieldDescriptor { Key = "notes", Label = "Our notes", Type = FieldType.MultilineText, MaxLength = 400 });
    }

    [Fact, Trait("Rule", "C8")]
    public void Is_none_where_the_map_says_nothing() => new SomeMap().Set().FindByLocal("Phone")!.SetUp.Should().BeNull();

    [Fact]
    public void Stands_for_the_field_until_the_account_was_asked() => _tier.Crm.Should().Be(_tier.SetUp);

    [Fact]
    public void Gives_way_to_what_is_known_of_the_field()
    {
        var known = new FieldDescriptor { Key = "tier", Label = "Tier", Type = FieldType.Text };

        new SomeMap().Set(known).FindByLocal("Company").Should().Be(_tier with { Crm = known });
    }

    [Theory]
    [InlineData("", 40)]
    [InlineData("X", 0)]
    public void Needs_a_label_and_a_length_above_zero(string label, int length) =>
        FluentActions.Invoking(() => new MapOf(label, length)).Should().Throw<ArgumentException>();

    private sealed class SomeMap : ContactMap<Contact>
    {
        public SomeMap()
        {
            Map(c => c.Phone).To("phone").Locked();
            Map(c => c.Company).To("tier").SetUpAs("Tier", FieldType.Picklist, "Gold", "Silver");
            Map(c => c.Notes).To("notes").SetUpAs("Our notes", FieldType.MultilineText, 400);
        }
    }

    private sealed class MapOf : ContactMap<Contact>
    {
        public MapOf(string label, int length) => Map(c => c.Company).To("x").SetUpAs(label, FieldType.Text, length);
    }
}

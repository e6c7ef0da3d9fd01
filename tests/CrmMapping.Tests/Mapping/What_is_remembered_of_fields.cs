using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Mapping;

[Trait("Rule", "E9")]
public sealed class What_is_remembered_of_fields
{
    private const int Version = 2;

    private readonly CompiledMap _code = new TestMap(m => m.Map(c => c.Tier).To("tier")).Compiled();

    [Fact]
    public void Tells_an_option_that_was_lost_from_one_that_never_was()
    {
        var memory = SchemaMemory.None.After(Live("gold", "tin"), Version).After(Live("tin"), Version);

        memory.LostBy(Tier("tin"), Version).Should().Equal("gold");
        memory.LostBy(Tier("gold", "tin", "new"), Version).Should().BeEmpty();
        SchemaMemory.None.LostBy(Tier("tin"), Version).Should().BeEmpty();
    }

    [Fact]
    public void Is_of_one_version_of_the_mapping_so_that_saving_it_anew_accepts_what_was_lost()
    {
        var memory = SchemaMemory.None.After(Live("gold", "tin"), Version);

        memory.LostBy(Tier("tin"), Version + 1).Should().BeEmpty();
        memory.After(Live("tin"), Version + 1).LostBy(Tier("tin"), Version + 1).Should().BeEmpty();
    }

    [Fact]
    public void Holds_the_options_of_a_field_that_is_gone_meanwhile()
    {
        var memory = SchemaMemory.None.After(Live("gold", "tin"), Version).After(_code.With([Phone]), Version);

        memory.LostBy(Tier("tin"), Version).Should().Equal("gold");
    }

    [Fact]
    public void Is_nothing_for_a_mapping_that_writes_no_option()
    {
        var memory = SchemaMemory.None.After(Live("gold", "tin"), Version);

        memory.LostBy(Tier("tin") with { Direction = SyncDirection.FromCrm }, Version).Should().BeEmpty();
    }

    [Fact]
    public void Marks_a_field_that_came_back_each_time_with_another_mark()
    {
        var (once, again) = (SchemaMemory.None.Back(["Tier"], At.Noon), SchemaMemory.None.Back(["Tier"], At.OneOClock));

        once.BackMarkOf(Tier()).Should().StartWith("~").And.NotBe(again.BackMarkOf(Tier()));
        SchemaMemory.None.BackMarkOf(Tier()).Should().BeNull();
    }

    [Fact]
    public void Comes_back_from_its_text_as_it_was()
    {
        var text = SchemaMemory.None.After(Live("gold", "t\"in"), Version).Back(["Tier"], At.Noon).ToString();

        var read = SchemaMemory.Parse(text);

        read.ToString().Should().Be(text);
        read.LostBy(Tier("gold"), Version).Should().Equal("t\"in");
        read.BackMarkOf(Tier()).Should().Be(SchemaMemory.None.Back(["Tier"], At.Noon).BackMarkOf(Tier()));
        SchemaMemory.Parse(null).Should().BeSameAs(SchemaMemory.None);
    }

    private static FieldDescriptor Phone { get; } = new() { Key = "phone", Type = FieldType.Phone };

    private CompiledMap Live(params string[] options) => _code.With([Phone, A.Picklist("tier", options)]);

    private FieldMapping Tier(params string[] options) =>
        _code.Set.FindByLocal("Tier")! with { Crm = A.Picklist("tier", options) };
}

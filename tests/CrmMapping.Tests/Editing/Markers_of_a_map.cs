using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Editing;

[Trait("Rule", "E2")]
public sealed class Markers_of_a_map
{
    private readonly MappingSet _set = Account.Draft().After(d => d.Add("Notes", "notes", SyncDirection.ToCrm)).Build();

    [Theory]
    [InlineData("Phone", MappingMarker.Locked)]
    [InlineData("OwnerId", MappingMarker.None)]
    [InlineData("Disposition", MappingMarker.None)]
    [InlineData("Stage", MappingMarker.None)]
    [InlineData("FirstName", MappingMarker.Removable)]
    [InlineData("LastCallAt", MappingMarker.Removable)]
    [InlineData("Notes", MappingMarker.Removable)]
    public void Tell_what_may_be_done_with_a_mapping(string local, MappingMarker marker) =>
        _set.Marker(_set.FindByLocal(local)!).Should().Be(marker);

    [Fact]
    public void Call_the_last_key_not_removable()
    {
        var set = new KeyMap().Set();

        set.Marker(set.Mappings[0]).Should().Be(MappingMarker.None);
    }

    [Fact]
    public void Prohibit_a_field_that_a_mapping_holds_and_name_the_mapping()
    {
        var (notes, nickname) = (_set.FindByLocal("Notes")!, Account.Fields.Single(field => field.Key == "nickname"));

        _set.Marker(notes.Local, SyncSide.Local).Should().Be(new FieldMarker(notes));
        _set.Marker(notes.Crm, SyncSide.Crm).Should().BeEquivalentTo(new { IsProhibited = true, HeldBy = notes });
        _set.Marker(notes.Crm, SyncSide.Crm).ToString().Should().Be("🚫 Notes → notes");
        _set.Marker(nickname, SyncSide.Crm).Should().Be(default(FieldMarker));
        _set.Marker(nickname, SyncSide.Crm).ToString().Should().BeEmpty();
        _set.Marker(notes.Local, SyncSide.Crm).IsProhibited.Should().BeFalse("a name on the one side is none on the other");
    }

    [Fact]
    public void Stand_in_the_table_of_the_map()
    {
        var draft = Account.Draft(Account.Without("lastname"))
            .After(d => d.Add("Notes", "notes", SyncDirection.ToCrm), d => d.Retarget("FirstName", "nickname"));

        Snapshot.Verify(draft.Build() with { Version = 3 });
    }

    private sealed class KeyMap : ContactMap<Contact>
    {
        public KeyMap() => Map(c => c.Email).To("email");
    }
}

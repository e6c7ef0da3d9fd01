namespace CrmMapping.Tests.Editing;

public sealed class Two_versions_of_a_map
{
    private readonly MappingSet _before = Account.Set();

    [Fact]
    public void Are_compared_mapping_by_mapping()
    {
        var draft = _before.Edit().After(
            d => d.Delete("Company"),
            d => d.Add("Notes", "notes", SyncDirection.FromCrm),
            d => d.Retarget("FirstName", "nickname"),
            d => d.ChangeDirection("FirstName", SyncDirection.FromCrm),
            d => d.ChangeDirection("LastName", SyncDirection.ToCrm));

        draft.Changes.Should().BeEquivalentTo(MappingDiff.Between(_before, draft.Build()));
        draft.Changes.ToString().Should().Be("""
            - Company ↔ company
            ~ FirstName: firstname ⇒ nickname, ↔ ⇒ ←
            ~ LastName: ↔ ⇒ →
            + Notes ← notes
            """.ReplaceLineEndings("\n"));
        draft.Changes.Changed.Select(change => (change.IsRetargeted, change.IsTurned)).Should().Equal((true, true), (false, true));
    }

    [Fact]
    public void Differ_the_other_way_round_when_one_goes_back() =>
        MappingDiff.Between(_before.Edit().After(d => d.Add("Notes", "notes", SyncDirection.FromCrm)).Build(), _before).ToString()
            .Should().Be("- Notes ← notes");

    [Fact]
    public void Differ_in_nothing_when_they_are_the_same()
    {
        var diff = MappingDiff.Between(_before, Account.Set());

        diff.IsEmpty.Should().BeTrue();
        diff.ToString().Should().Be("no changes");
        diff.Should().Be(MappingDiff.Between(Account.Set(), _before));
    }

    [Fact]
    public void Differ_where_the_same_was_decided_by_somebody_else()
    {
        var pinned = new MappingEdits { Edits = [new() { Local = "FirstName", Direction = SyncDirection.Bidirectional }] };

        MappingDiff.Between(pinned.ApplyTo(Account.Code(), Account.Fields).Set, _before).ToString()
            .Should().Be("~ FirstName: decided by Admin ⇒ Preset");
    }

    [Fact]
    public void Differ_where_the_crm_describes_a_field_otherwise() =>
        MappingDiff.Between(_before, Account.Set(Account.With(Account.Field("company", FieldType.Text) with { MaxLength = 5 }))).ToString()
            .Should().Be("~ Company: other details");
}

namespace CrmMapping.Tests.Editing;

public sealed class Choices_of_an_admin
{
    private readonly MappingDraft _draft = Account.Draft();

    [Fact, Trait("Rule", "E2")]
    public void On_the_local_side_show_every_field_and_what_holds_it() => Snapshot.Verify(
        string.Join('\n', _draft.After(d => d.Delete("LastCallAt"), d => d.Delete("FullName")).LocalChoices()));

    [Fact, Trait("Rule", "E2"), Trait("Rule", "E5"), Trait("Rule", "E6")]
    public void In_the_crm_show_which_way_each_pair_could_run_and_why_not_the_others() =>
        Snapshot.Verify(string.Join('\n', _draft.CrmChoices("CallCount")));

    [Fact, Trait("Rule", "C3")]
    public void For_the_owner_are_properties_that_can_hold_owners() =>
        Available("OwnerId").Should().Equal("owner ↔→←", "second_owner ↔→←", "own_owner ↔→←");

    [Fact, Trait("Rule", "C3")]
    public void For_the_disposition_status_are_its_own_property() => Available("Disposition").Should().Equal("status ←↔");

    [Fact, Trait("Rule", "C2")]
    public void For_a_locked_mapping_are_its_own_property() => Available("Phone").Should().Equal("phone ↔");

    [Fact, Trait("Rule", "C6")]
    public void For_a_tracking_field_keep_its_direction() => Available("LastCallAt").Should().Equal(
        "own_owner →", "nickname →", "notes →", "last_call →", "own_last_call →", "best_time →");

    [Fact]
    public void Are_explained_unless_everything_is_possible() =>
        _draft.CrmChoices("Notes").Where(static choice => choice.Directions.Count < 3).Should().NotBeEmpty()
            .And.OnlyContain(static choice => choice.Explanation!.EndsWith('.'));

    private IEnumerable<string> Available(string local) => _draft.CrmChoices(local).Where(static choice => choice.IsAvailable)
        .Select(static choice => $"{choice.Field.Key} {string.Concat(choice.Directions.Select(static direction => direction.Arrow))}");
}

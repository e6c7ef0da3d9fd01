namespace CrmMapping.Tests.Editing;

[Trait("Rule", "E3")]
public sealed class A_field_that_is_taken
{
    private readonly MappingDraft _draft = Account.Draft();

    [Fact]
    public void On_the_local_side_names_the_mapping_that_holds_it() =>
        _draft.Add("FirstName", "nickname", SyncDirection.ToCrm).Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.LocalFieldMapped, "FirstName", "firstname", _draft.Build().FindByLocal("FirstName"),
            "'FirstName' is already mapped: FirstName ↔ firstname. A field takes part in one mapping: choose another field, "
            + "or first point FirstName elsewhere or delete its mapping."));

    public static TheoryData<Func<MappingDraft, EditResult>, string> Uses => new()
    {
        { draft => draft.Add("Notes", "firstname", SyncDirection.ToCrm), "Notes" },
        { draft => draft.Retarget("LastName", "firstname"), "LastName" },
    };

    [Theory, MemberData(nameof(Uses))]
    public void In_the_crm_names_the_mapping_that_holds_it(Func<MappingDraft, EditResult> use, string local) =>
        use(_draft).Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.CrmFieldMapped, local, "firstname", _draft.Build().FindByLocal("FirstName"),
            "'firstname' is already mapped: FirstName ↔ firstname. A CRM property takes part in one mapping: choose another property, "
            + "or first point FirstName elsewhere or delete its mapping."));

    [Theory]
    [InlineData("owner", "choose another property, or first point OwnerId elsewhere.")]
    [InlineData("status", "choose another property.")]
    public void Says_only_what_may_be_done_with_its_mapping(string crm, string end) =>
        _draft.Retarget("FirstName", crm).Refusal!.Message.Should().EndWith(end);

    [Fact]
    public void Is_free_once_its_mapping_is_deleted() =>
        _draft.After(draft => draft.Delete("FirstName"), draft => draft.Retarget("LastName", "firstname"))
            .Drawn("LastName").Should().StartWith("LastName ↔ firstname");

    [Fact]
    public void Is_free_once_its_mapping_is_pointed_elsewhere() =>
        _draft.After(draft => draft.Retarget("FirstName", "nickname"), draft => draft.Retarget("LastName", "firstname"))
            .Drawn("LastName").Should().StartWith("LastName ↔ firstname");

    [Fact]
    public void Is_swapped_with_another_by_deleting_one_of_the_two_mappings() =>
        _draft.After(
                draft => draft.Delete("FirstName"),
                draft => draft.Retarget("LastName", "firstname"),
                draft => draft.Add("FirstName", "lastname", SyncDirection.Bidirectional))
            .Edits.Edits.Should().Equal(
                new MappingEdit { Local = "FirstName", Crm = "lastname" },
                new MappingEdit { Local = "LastName", Crm = "firstname" });

    [Fact]
    public void Is_not_given_back_by_a_reset_of_the_mapping_that_had_it()
    {
        _draft.After(draft => draft.Retarget("FirstName", "nickname"), draft => draft.Retarget("LastName", "firstname"));

        _draft.Reset("FirstName").Refusal.Should().BeEquivalentTo(new
        {
            Code = EditRefusalCode.CrmFieldMapped, Local = "FirstName", Crm = "firstname", HeldBy = _draft.Build().FindByLocal("LastName"),
        });
        _draft.After(draft => draft.Reset("LastName"), draft => draft.Reset("FirstName")).Build().Should().Be(Account.Set());
    }
}

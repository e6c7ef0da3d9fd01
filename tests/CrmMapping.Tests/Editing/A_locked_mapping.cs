namespace CrmMapping.Tests.Editing;

[Trait("Rule", "C2"), Trait("Rule", "E4")]
public sealed class A_locked_mapping
{
    private readonly MappingDraft _draft = Account.Draft();

    public static TheoryData<string, Func<MappingDraft, EditResult>> Edits => new()
    {
        { "re-pointed", draft => draft.Retarget("Phone", "nickname") },
        { "re-pointed at itself", draft => draft.Retarget("Phone", "phone") },
        { "re-pointed at nothing", draft => draft.Retarget("Phone", "none") },
        { "turned", draft => draft.ChangeDirection("Phone", SyncDirection.FromCrm) },
        { "turned as it is", draft => draft.ChangeDirection("Phone", SyncDirection.Bidirectional) },
        { "deleted", draft => draft.Delete("Phone") },
        { "reset", draft => draft.Reset("Phone") },
    };

    [Theory, MemberData(nameof(Edits))]
    public void Is_not(string what, Func<MappingDraft, EditResult> edit)
    {
        var before = _draft.Build();

        edit(_draft).Refusal.Should().Be(
            new EditRefusal(
                EditRefusalCode.MappingLocked, "Phone", "phone", before.FindByLocal("Phone"),
                "The mapping Phone ↔ phone is locked: it is neither changed nor deleted. Mappings that show no 🔒 may be edited."),
            what);
        _draft.Build().Should().Be(before);
    }

    [Fact]
    public void Keeps_its_field_from_other_mappings() =>
        _draft.Retarget("FirstName", "phone").Refusal!.Message.Should().Be(
            "'phone' is already mapped: Phone ↔ phone. A CRM property takes part in one mapping: choose another property.");
}

namespace CrmMapping.Tests.Editing;

[Trait("Rule", "C3")]
public sealed class A_special_mapping
{
    private readonly MappingDraft _draft = Account.Draft();

    [Theory]
    [InlineData("OwnerId", "The mapping OwnerId ← owner is a special one and is never deleted. Allowed: turn it to ↔, → or ←, or point it at another property that holds owners.")]
    [InlineData("Disposition", "The mapping Disposition ← status is a special one and is never deleted. Allowed: turn it to ← or ↔.")]
    [InlineData("Stage", "The mapping Stage ← stage is a special one and is never deleted. Allowed: turn it to ↔, → or ←.")]
    public void Is_never_deleted(string local, string message)
    {
        var before = _draft.Build();

        var refusal = _draft.Delete(local).Refusal!;

        refusal.Should().Be(new EditRefusal(EditRefusalCode.MappingNotDeletable, local, refusal.HeldBy!.Crm.Key, before.FindByLocal(local), message));
        _draft.Build().Should().Be(before);
    }

    [Theory]
    [InlineData("second_owner", "OwnerId ← second_owner")]
    [InlineData("own_owner", "OwnerId ← own_owner")]
    public void Of_the_owner_may_be_pointed_at_a_property_that_can_hold_owners(string crm, string drawn) =>
        _draft.After(draft => draft.Retarget("OwnerId", crm)).Drawn("OwnerId").Should().Be(drawn);

    [Fact]
    public void Of_the_owner_goes_back_to_the_standard_property() =>
        _draft.After(draft => draft.Retarget("OwnerId", "own_owner"), draft => draft.Retarget("OwnerId", "owner"))
            .Build().Should().Be(Account.Set());

    [Fact, Trait("Rule", "F7")]
    public void Of_the_owner_warns_that_a_text_property_is_taken_over_by_hand() =>
        _draft.Retarget("OwnerId", "own_owner").Warnings.Should().Equal(new EditWarning(
            EditWarningCode.OwnerSyncsByHand, _draft.Build().FindByLocal("OwnerId")!,
            "'own_owner' is not the CRM's own property for owners: an owner changed there is taken over only when a person syncs that contact by hand."));

    [Fact, Trait("Rule", "F7")]
    public void Of_the_owner_warns_of_nothing_where_the_property_is_only_written() =>
        _draft.After(draft => draft.ChangeDirection("OwnerId", SyncDirection.ToCrm)).Retarget("OwnerId", "own_owner").Warnings.Should().BeEmpty();

    [Theory]
    [InlineData("nickname")]
    [InlineData("notes")]
    [InlineData("size")]
    public void Of_the_owner_is_not_pointed_at_another_property(string crm) =>
        _draft.Retarget("OwnerId", crm).Refusal.Should().BeEquivalentTo(new { Code = EditRefusalCode.NotAnOwnerField, Local = "OwnerId", Crm = crm })
            .And.Match<EditRefusal>(refusal => refusal.Message.EndsWith(
                "Choose the CRM's own property for owners, or a text property that the account added.", StringComparison.Ordinal));

    [Theory]
    [InlineData("Disposition", "own_status")]
    [InlineData("Stage", "own_status")]
    public void Of_another_field_stays_with_its_property(string local, string crm) =>
        _draft.Retarget(local, crm).Refusal.Should().Match<EditRefusal>(refusal =>
            refusal.Code == EditRefusalCode.MappingNotRetargetable
            && refusal.HeldBy == _draft.Build().FindByLocal(local)
            && refusal.Message.StartsWith($"The mapping {_draft.Drawn(local)} is a special one and stays with", StringComparison.Ordinal)
            && refusal.Message.Contains("Allowed: turn it to", StringComparison.Ordinal));

    [Theory]
    [InlineData("OwnerId", SyncDirection.ToCrm)]
    [InlineData("OwnerId", SyncDirection.Bidirectional)]
    [InlineData("Disposition", SyncDirection.Bidirectional)]
    [InlineData("Stage", SyncDirection.ToCrm)]
    public void Is_turned_among_its_directions(string local, SyncDirection direction) =>
        _draft.After(draft => draft.ChangeDirection(local, direction)).Build().FindByLocal(local)
            .Should().BeEquivalentTo(new { Direction = direction, DirectionOrigin = MappingOrigin.Admin, TargetOrigin = MappingOrigin.Preset });

    [Fact]
    public void Of_the_disposition_status_does_not_run_to_the_crm_alone() =>
        _draft.ChangeDirection("Disposition", SyncDirection.ToCrm).Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.DirectionNotAllowed, "Disposition", "status", _draft.Build().FindByLocal("Disposition"),
            "The mapping of Disposition does not run →. Allowed here: ← or ↔."));
}

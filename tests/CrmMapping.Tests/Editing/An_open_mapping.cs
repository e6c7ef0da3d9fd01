namespace CrmMapping.Tests.Editing;

[Trait("Rule", "C4")]
public sealed class An_open_mapping
{
    private readonly MappingDraft _draft = Account.Draft();

    [Fact]
    public void Is_pointed_at_another_property_and_keeps_everything_else()
    {
        var before = _draft.Build().FindByLocal("Company")!;

        _draft.After(draft => draft.Retarget("Company", "nickname")).Build().FindByLocal("Company").Should().Be(before with
        {
            Crm = Account.Fields.Single(field => field.Key == "nickname"),
            TargetOrigin = MappingOrigin.Admin,
        });
        _draft.Edits.Edits.Should().Equal(new MappingEdit { Local = "Company", Crm = "nickname" });
    }

    [Theory]
    [InlineData(SyncDirection.ToCrm, "FirstName → firstname")]
    [InlineData(SyncDirection.FromCrm, "FirstName ← firstname")]
    [InlineData(SyncDirection.Bidirectional, "FirstName ↔ firstname  resolve LocalWins")]
    public void Is_turned(SyncDirection direction, string drawn) =>
        _draft.After(draft => draft.ChangeDirection("FirstName", direction)).Drawn("FirstName").Should().Be(drawn);

    [Fact]
    public void Is_as_code_ships_it_when_it_is_turned_there_and_back() =>
        _draft.After(draft => draft.ChangeDirection("FirstName", SyncDirection.ToCrm), draft => draft.ChangeDirection("FirstName", SyncDirection.Bidirectional))
            .Edits.Should().Be(MappingEdits.None);

    [Fact]
    public void Keeps_one_decision_when_the_other_is_taken_back()
    {
        _draft.After(
            draft => draft.Retarget("FirstName", "nickname"),
            draft => draft.ChangeDirection("FirstName", SyncDirection.ToCrm),
            draft => draft.Retarget("FirstName", "firstname"));

        _draft.Edits.Edits.Should().Equal(new MappingEdit { Local = "FirstName", Direction = SyncDirection.ToCrm });
        _draft.Build().FindByLocal("FirstName").Should().BeEquivalentTo(
            new { Origin = MappingOrigin.Preset, TargetOrigin = MappingOrigin.Preset, DirectionOrigin = MappingOrigin.Admin });
    }

    [Fact]
    public void Is_deleted_and_its_field_offered()
    {
        var set = _draft.After(draft => draft.Delete("FirstName")).Build();

        set.FindByLocal("FirstName").Should().BeNull();
        set.OfferedFields.Should().ContainSingle(field => field.Key == "FirstName");
        _draft.Edits.Edits.Should().Equal(new MappingEdit { Local = "FirstName", Kind = MappingEditKind.Deleted });
    }

    [Fact]
    public void Is_deleted_once() =>
        _draft.After(draft => draft.Delete("FirstName")).Delete("FirstName").Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.NotMapped, "FirstName", null, null, "'FirstName' is not mapped. Add a mapping of it, or name a field that is mapped."));

    [Fact]
    public void Comes_back_as_it_was_shipped_when_its_pair_is_added_again() =>
        _draft.After(draft => draft.Delete("Company"), draft => draft.Add("Company", "company", SyncDirection.Bidirectional))
            .Build().Should().Be(Account.Set());

    [Fact]
    public void Comes_back_with_all_that_code_says_of_it_when_it_is_added_with_another_property() =>
        _draft.After(draft => draft.Delete("Company"), draft => draft.Add("Company", "nickname", SyncDirection.FromCrm))
            .Build().FindByLocal("Company").Should().BeEquivalentTo(new
            {
                Category = MappingCategory.Open,
                Origin = MappingOrigin.Preset,
                TargetOrigin = MappingOrigin.Admin,
                DirectionOrigin = MappingOrigin.Admin,
                Condition = "c => !c.DoNotCall",
                Conflict = ConflictPolicy.LatestWins,
            });

    [Theory, Trait("Rule", "C6")]
    [InlineData(SyncDirection.FromCrm)]
    [InlineData(SyncDirection.Bidirectional)]
    public void That_tracks_activity_is_never_turned_round(SyncDirection direction)
    {
        var message = $"The mapping of LastCallAt does not run {(direction == SyncDirection.FromCrm ? "←" : "↔")}. Allowed here: →.";

        _draft.ChangeDirection("LastCallAt", direction).Refusal!.Message.Should().Be(message);
        _draft.After(draft => draft.Retarget("LastCallAt", "own_last_call"), draft => draft.Delete("LastCallAt"));
        _draft.Add("LastCallAt", "own_last_call", direction).Refusal!.Message.Should().Be(message, "deleting and adding it is no way round");
    }

    [Fact, Trait("Rule", "C8")]
    public void Is_not_set_up_any_more_once_it_points_at_a_property_that_an_admin_chose()
    {
        var map = new TestMap(m => m.Map(c => c.Company).To("own_company").SetUpAs("Company", FieldType.Text));
        var draft = MappingEdits.None.ApplyTo(Authoring.Maps.Set(map), Account.Fields).Set.Edit();
        var setUp = draft.Build().FindByLocal("Company")!.SetUp;

        draft.After(d => d.Retarget("Company", "company")).Build().FindByLocal("Company")!.SetUp.Should().BeNull();
        draft.After(d => d.Retarget("Company", "own_company")).Build().FindByLocal("Company")!.SetUp.Should().Be(setUp).And.NotBeNull();
    }

    [Theory]
    [InlineData(SyncDirection.None)]
    [InlineData((SyncDirection)4)]
    public void Is_not_turned_to_what_is_no_direction(SyncDirection direction) =>
        _draft.ChangeDirection("FirstName", direction).Refusal!.Code.Should().Be(EditRefusalCode.DirectionNotAllowed);
}

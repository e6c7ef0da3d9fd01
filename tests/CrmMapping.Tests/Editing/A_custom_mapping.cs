namespace CrmMapping.Tests.Editing;

[Trait("Rule", "C5")]
public sealed class A_custom_mapping
{
    private readonly MappingDraft _draft = Account.Draft().After(draft => draft.Add("Notes", "notes", SyncDirection.FromCrm));

    [Fact]
    public void Is_added_between_two_free_fields() =>
        _draft.Build().FindByLocal("Notes").Should().Be(new FieldMapping
        {
            Local = new FieldDescriptor { Key = "Notes", Label = "Notes", Type = FieldType.Text },
            Crm = Account.Fields.Single(field => field.Key == "notes"),
            Category = MappingCategory.Custom,
            Origin = MappingOrigin.Admin,
            TargetOrigin = MappingOrigin.Admin,
            DirectionOrigin = MappingOrigin.Admin,
            Direction = SyncDirection.FromCrm,
            Conflict = ConflictPolicy.LocalWins,
        });

    [Fact, Trait("Rule", "X3")]
    public void Follows_the_policy_of_the_whole_map() =>
        _draft.Build().FindByLocal("Notes")!.Conflict.Should().Be(_draft.Build().Conflict).And.Be(ConflictPolicy.LocalWins);

    [Fact]
    public void Stands_last_and_its_field_is_offered_no_more()
    {
        _draft.Build().Mappings[^1].Local.Key.Should().Be("Notes");
        _draft.Build().OfferedFields.Should().NotContain(field => field.Key == "Notes");
    }

    [Fact]
    public void Is_re_pointed_and_turned() =>
        _draft.After(draft => draft.Retarget("Notes", "nickname"), draft => draft.ChangeDirection("Notes", SyncDirection.Bidirectional))
            .Edits.Edits.Should().Equal(
                new MappingEdit { Local = "Notes", Kind = MappingEditKind.Added, Crm = "nickname", Direction = SyncDirection.Bidirectional });

    [Fact]
    public void Is_gone_without_a_trace_when_it_is_deleted()
    {
        _draft.After(draft => draft.Delete("Notes")).Edits.Should().Be(MappingEdits.None);
        _draft.Build().Should().Be(Account.Set());
    }
}

using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Editing;

[Trait("Rule", "E8")]
public sealed class A_connection_made_again
{
    [Fact]
    public void Runs_owner_and_disposition_status_from_the_crm_and_keeps_every_other_edit()
    {
        var draft = Account.Draft().After(
            d => d.Retarget("OwnerId", "own_owner"),
            d => d.ChangeDirection("OwnerId", SyncDirection.Bidirectional),
            d => d.ChangeDirection("Disposition", SyncDirection.Bidirectional),
            d => d.ChangeDirection("Stage", SyncDirection.ToCrm),
            d => d.Retarget("FirstName", "nickname"),
            d => d.Delete("Company"));

        draft.Edits.Reconnected(Account.Code()).Should().Be(new MappingEdits
        {
            Edits =
            [
                new() { Local = "OwnerId", Crm = "own_owner" },
                new() { Local = "Stage", Direction = SyncDirection.ToCrm },
                new() { Local = "FirstName", Crm = "nickname" },
                new() { Local = "Company", Kind = MappingEditKind.Deleted },
            ],
        });
    }

    [Fact]
    public void Runs_them_from_the_crm_also_where_code_ships_them_otherwise()
    {
        var code = Map(m => m.Map(c => c.OwnerId).AsOwner().To("owner").Bidirectional());

        var edits = MappingEdits.None.Reconnected(code);

        edits.Should().Be(new MappingEdits { Edits = [new() { Local = "OwnerId", Direction = SyncDirection.FromCrm }] });
        edits.ApplyTo(code, []).Set.FindByLocal("OwnerId")!.Direction.Should().Be(SyncDirection.FromCrm);
        edits.Reconnected(code).Should().Be(edits);
    }

    [Fact]
    public void Lets_an_admin_turn_them_again()
    {
        var draft = Account.Draft().After(d => d.ChangeDirection("OwnerId", SyncDirection.ToCrm)).Edits.Reconnected(Account.Code())
            .ApplyTo(Account.Code(), Account.Fields).Set.Edit();

        draft.After(d => d.ChangeDirection("OwnerId", SyncDirection.ToCrm)).Drawn("OwnerId").Should().Be("OwnerId → owner");
    }

    [Fact]
    public void Leaves_alone_what_code_does_not_let_run_from_the_crm()
    {
        var code = Map(m => m.Map(c => c.OwnerId).AsOwner().To("owner").ToCrm().Only());

        MappingEdits.None.Reconnected(code).Should().Be(MappingEdits.None);
    }

    [Fact]
    public void Keeps_a_deletion_that_rests_where_the_mapping_runs_from_the_crm_anyway()
    {
        var edits = new MappingEdits { Edits = [new() { Local = "OwnerId", Kind = MappingEditKind.Deleted }] };

        edits.Reconnected(Account.Code()).Should().Be(edits);
        edits.Reconnected(Map(m => m.Map(c => c.OwnerId).AsOwner().To("owner").ToCrm())).Edits
            .Should().Equal(new MappingEdit { Local = "OwnerId", Direction = SyncDirection.FromCrm });
    }

    private static MappingSet Map(Action<TestMap> map) => new TestMap(map).Set();
}

using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Editing;

[Trait("Rule", "E1")]
public sealed class A_draft
{
    private readonly MappingSet _set = Account.Set() with { Version = 4 };

    [Fact]
    public void That_nobody_touched_is_the_set_it_was_made_from()
    {
        var draft = _set.Edit();

        draft.Build().Should().Be(_set);
        (draft.Version, draft.Edits, draft.Changes.IsEmpty, draft.Dormant.Count).Should().Be((4, MappingEdits.None, true, 0));
    }

    [Fact]
    public void Leaves_the_set_it_was_made_from_as_it_was()
    {
        var before = _set.ToString();

        _set.Edit().After(draft => draft.Delete("FirstName"), draft => draft.Add("Notes", "notes", SyncDirection.ToCrm));

        _set.ToString().Should().Be(before);
    }

    [Fact]
    public void Of_an_edited_set_goes_on_with_its_edits()
    {
        var edited = _set.Edit().After(draft => draft.Retarget("FirstName", "nickname")).Build();

        edited.Edit().Edits.Should().Be(_set.Edit().After(draft => draft.Retarget("FirstName", "nickname")).Edits);
        edited.Edit().After(draft => draft.Reset()).Build().Should().Be(_set);
        edited.Version.Should().Be(4);
    }

    [Fact]
    public void Of_a_set_that_was_described_anew_goes_on_with_its_edits()
    {
        var edited = _set.Edit().After(draft => draft.Retarget("FirstName", "nickname")).Build();
        var live = new AdminMap().Compile(edited).With(Account.With(Account.Field("nickname", FieldType.Text) with { MaxLength = 9 })).Set;

        live.Edit().Build().Should().Be(live);
        live.FindByLocal("FirstName")!.Crm.MaxLength.Should().Be(9);
    }

    [Fact, Trait("Rule", "E8")]
    public void Is_reset_as_a_whole() =>
        _set.Edit().After(
                draft => draft.Retarget("FirstName", "nickname"),
                draft => draft.Retarget("LastName", "firstname"),
                draft => draft.Delete("Company"),
                draft => draft.Add("Notes", "company", SyncDirection.ToCrm),
                draft => draft.ChangeDirection("Disposition", SyncDirection.Bidirectional),
                draft => draft.Reset())
            .Build().Should().Be(_set);

    [Theory, Trait("Rule", "E8")]
    [InlineData("FirstName")]
    [InlineData("Company")]
    [InlineData("Notes")]
    public void Is_reset_one_mapping_at_a_time(string local)
    {
        var draft = _set.Edit().After(
            d => d.Retarget("FirstName", "nickname"), d => d.Delete("Company"), d => d.Add("Notes", "notes", SyncDirection.ToCrm));
        var others = draft.Edits.Edits.Where(edit => edit.Local != local);

        draft.After(d => d.Reset(local)).Build().FindByLocal(local).Should().Be(_set.FindByLocal(local));
        draft.Edits.Edits.Should().Equal(others);
        draft.After(d => d.Reset(local)).Edits.Edits.Should().Equal(others, "there is nothing left to reset");
    }

    [Fact]
    public void Warns_that_a_mapping_waits_whose_property_the_account_lacks()
    {
        var draft = Account.Draft(Account.Without("firstname"));

        draft.Delete("FirstName").Should().Be(new EditResult());
        draft.Add("FirstName", "firstname", SyncDirection.Bidirectional).Warnings.Should().Equal(new EditWarning(
            EditWarningCode.MappingWaits, draft.Build().FindByLocal("FirstName")!,
            "'firstname' is not among the CRM's properties, or may not be read. "
            + "Create it, grant access to it or point FirstName elsewhere; until then its mapping waits."));
        draft.ChangeDirection("FirstName", SyncDirection.ToCrm).Warnings.Should().ContainSingle();
    }

    [Fact, Trait("Rule", "C7")]
    public void Takes_a_printed_name_for_the_property_that_it_stands_for()
    {
        var set = MappingEdits.None.ApplyTo(Account.Code() with { CrmAliases = [new("nick", "nickname")] }, Account.Fields).Set;

        set.Edit().After(draft => draft.Retarget("FirstName", "nick"), draft => draft.Retarget("FirstName", "nick"))
            .Edits.Edits.Should().Equal(new MappingEdit { Local = "FirstName", Crm = "nickname" });
    }

    [Fact, Trait("Rule", "C7")]
    public void Does_not_take_a_choice_for_a_printed_name_when_its_property_is_gone()
    {
        var code = Account.Code() with { CrmAliases = [new("nick", "nickname")] };
        var edits = new MappingEdits { Edits = [new() { Local = "FirstName", Crm = "nick" }] };

        edits.ApplyTo(code, Account.Fields).Set.FindByLocal("FirstName")!.Crm.Key.Should().Be("nick");
        new AdminMap().Compile(edits.ApplyTo(code, []).Set).With(Account.Fields).MissingFields.Should().Equal("nick");
    }

    [Fact]
    public void Is_not_made_of_a_set_that_was_changed_by_hand()
    {
        var edited = _set.Edit().After(draft => draft.Delete("Company")).Build();

        (edited with { Mappings = [edited.Mappings[0]] }).Invoking(set => set.Edit())
            .Should().Throw<InvalidOperationException>().WithMessage("The mappings of AdminMap were changed by hand*");
    }

    [Fact]
    public void Is_made_of_a_set_that_was_written_by_hand() =>
        (Account.Code() with { Mappings = [Account.Code().Mappings[0]] }).Edit().Build().Mappings.Should().ContainSingle();

    public static TheoryData<Func<MappingDraft, EditResult>> LastKeyEdits =>
    [
        draft => draft.After(d => d.Add("Email", "email", SyncDirection.ToCrm), d => d.Delete("Phone")).Delete("Email"),
        draft => draft.After(d => d.Add("Email", "email", SyncDirection.ToCrm), d => d.Delete("Phone")).Reset("Email"),
    ];

    [Theory, MemberData(nameof(LastKeyEdits)), Trait("Rule", "M2")]
    public void Keeps_a_key_to_match_records_by(Func<MappingDraft, EditResult> edit)
    {
        var draft = MappingEdits.None.ApplyTo(new OpenMap().Set(), Account.Fields).Set.Edit();

        edit(draft).Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.LastMatchKey, "Email", "email", draft.Build().FindByLocal("Email"),
            "The mapping Email → email is the last of a phone number or an e-mail address, and records are matched by these. Map another one first."));
    }

    [Fact, Trait("Rule", "M2")]
    public void Keeps_the_only_key() =>
        new OpenMap().Set().Edit().Delete("Phone").Refusal!.Code.Should().Be(EditRefusalCode.LastMatchKey);

    private sealed class OpenMap : ContactMap<Contact>
    {
        public OpenMap()
        {
            Map(c => c.Phone).To("phone");
            Map(c => c.FirstName).To("firstname");
            Field(c => c.Email);
        }
    }
}

namespace CrmMapping.Tests.Editing;

[Trait("Rule", "E4")]
public sealed class A_name_that_is_none
{
    private readonly MappingDraft _draft = Account.Draft();

    [Theory]
    [InlineData("firstnam", "Did you mean 'firstname'?")]
    [InlineData("fristname", "Did you mean 'firstname'?")]
    [InlineData("FirstName", "Did you mean 'firstname'?")]
    [InlineData("First Name", "Did you mean 'firstname'?")]
    [InlineData("first_name", "Did you mean 'firstname'?")]
    [InlineData("stats", "Did you mean 'status'?")]
    [InlineData("best_tome", "Did you mean 'best_time'?")]
    [InlineData("last_cal", "Did you mean 'last_call'?")]
    [InlineData("own_owners", "Did you mean 'own_owner'?")]
    [InlineData("birthday", "Create it in the CRM, or choose one that is there.")]
    [InlineData("", "Create it in the CRM, or choose one that is there.")]
    [InlineData("__", "Create it in the CRM, or choose one that is there.")]
    public void In_the_crm_is_answered_with_those_near_to_it(string name, string remedy) =>
        _draft.Retarget("FirstName", name).Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.UnknownCrmField, "FirstName", name, null,
            $"'{name}' is not among the CRM's properties, or may not be read. {remedy}"));

    [Fact]
    public void Is_answered_with_the_nearest_first() =>
        Account.Draft(Account.With(Account.Field("nicknames", FieldType.Text), Account.Field("nick_name_2", FieldType.Text)))
            .Retarget("FirstName", "nicknam").Refusal!.Message.Should().EndWith("Did you mean 'nickname', 'nick_name_2' or 'nicknames'?");

    [Fact]
    public void On_the_local_side_is_answered_with_those_near_to_it() =>
        _draft.Delete("Firstname").Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.UnknownLocalField, "Firstname", null, null, "'Firstname' is no field that the map offers. Did you mean 'FirstName'?"));

    [Fact]
    public void On_the_local_side_is_answered_with_some_that_there_are() =>
        _draft.Add("Shoe size", "size", SyncDirection.FromCrm).Refusal!.Message.Should().Be(
            "'Shoe size' is no field that the map offers. Offered are Phone, OwnerId, Disposition, Stage, FirstName and 10 more.");

    public static TheoryData<Func<MappingDraft, EditResult>> Edits =>
    [
        draft => draft.Add("Nobody", "nickname", SyncDirection.ToCrm),
        draft => draft.Retarget("Nobody", "nickname"),
        draft => draft.ChangeDirection("Nobody", SyncDirection.ToCrm),
        draft => draft.Delete("Nobody"),
        draft => draft.Reset("Nobody"),
    ];

    [Theory, MemberData(nameof(Edits))]
    public void Is_refused_by_every_edit(Func<MappingDraft, EditResult> edit) =>
        edit(_draft).Refusal.Should().BeEquivalentTo(new { Code = EditRefusalCode.UnknownLocalField, Local = "Nobody" });

    [Fact]
    public void Is_quoted_in_part_and_on_one_line() =>
        _draft.Retarget("FirstName", $"a\nb\u202E{new string('x', 100_000)}").Refusal!.Message.Should().Be(
            $"'a\uFFFDb\uFFFD{new string('x', 56)}…' is not among the CRM's properties, or may not be read. Create it in the CRM, or choose one that is there.");

    [Fact]
    public void Is_all_there_is_before_the_account_was_asked_but_for_those_that_code_names()
    {
        var draft = Account.Code().Edit();

        draft.Retarget("FirstName", "nickname").Refusal!.Message.Should().Be(
            "'nickname' is not known, as the CRM's properties were not read yet. Connect the account, then choose again.");
        draft.After(d => d.Delete("LastName"), d => d.Retarget("FirstName", "lastname"), d => d.ChangeDirection("FirstName", SyncDirection.ToCrm))
            .Drawn("FirstName").Should().Be("FirstName → lastname");
    }

    [Fact]
    public void Is_a_mistake_of_the_caller_when_it_is_null()
    {
        _draft.Invoking(draft => draft.Add(null!, "x", SyncDirection.ToCrm)).Should().Throw<ArgumentNullException>();
        _draft.Invoking(draft => draft.Add("Notes", null!, SyncDirection.ToCrm)).Should().Throw<ArgumentNullException>();
        _draft.Invoking(draft => draft.Retarget("FirstName", null!)).Should().Throw<ArgumentNullException>();
        _draft.Invoking(draft => draft.Delete(null!)).Should().Throw<ArgumentNullException>();
        _draft.Invoking(draft => draft.Reset(null!)).Should().Throw<ArgumentNullException>();
        _draft.Invoking(draft => draft.CrmChoices("Nobody")).Should().Throw<ArgumentException>().WithMessage("'Nobody' is no field*");
    }
}

namespace CrmMapping.Tests.Editing;

public sealed class Two_fields_that_do_not_fit
{
    private readonly MappingDraft _draft = Account.Draft();

    [Fact, Trait("Rule", "E5")]
    public void Are_refused_in_the_direction_that_loses_and_told_the_one_that_does_not() =>
        _draft.Add("Notes", "size", SyncDirection.Bidirectional).Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.TypesDoNotFit, "Notes", "size", null,
            "→ would put 'Notes' (Text) into 'size' (Number), where values are lost or mean nothing. Possible between the two: ←."));

    [Fact, Trait("Rule", "E5")]
    public void Are_refused_when_nothing_of_one_means_anything_in_the_other() =>
        _draft.Add("Birthday", "size", SyncDirection.ToCrm).Refusal!.Message.Should().Be(
            "→ would put 'Birthday' (Date) into 'size' (Number), where values are lost or mean nothing. "
            + "No direction is possible between the two: choose another property.");

    [Theory, Trait("Rule", "E5")]
    [InlineData("Notes", "size", SyncDirection.FromCrm, true)]
    [InlineData("Notes", "size", SyncDirection.ToCrm, false)]
    [InlineData("CallCount", "nickname", SyncDirection.ToCrm, true)]
    [InlineData("CallCount", "nickname", SyncDirection.FromCrm, false)]
    [InlineData("Birthday", "own_last_call", SyncDirection.ToCrm, true)]
    [InlineData("Birthday", "own_last_call", SyncDirection.FromCrm, false)]
    [InlineData("Email", "nickname", SyncDirection.Bidirectional, true)]
    public void Are_accepted_in_the_direction_that_loses_nothing(string local, string crm, SyncDirection direction, bool isAccepted) =>
        _draft.Add(local, crm, direction).IsAccepted.Should().Be(isAccepted);

    [Fact, Trait("Rule", "E5")]
    public void Are_refused_when_a_mapping_is_pointed_there() =>
        _draft.Retarget("LastCallAt", "last_call_day").Refusal!.ToString().Should().Be(
            "TypesDoNotFit: → would put 'LastCallAt' (DateTime) into 'last_call_day' (Date), where values are lost or mean nothing. "
            + "No direction is possible between the two: choose another property.");

    [Fact, Trait("Rule", "E6")]
    public void Are_refused_where_a_read_only_property_would_be_written() =>
        _draft.Add("Notes", "createdate", SyncDirection.Bidirectional).Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.CrmFieldReadOnly, "Notes", "createdate", null,
            "'createdate' is read-only in the CRM and cannot be written. Possible between the two: ←."));

    [Fact, Trait("Rule", "E6")]
    public void Are_accepted_where_a_read_only_property_is_read() =>
        _draft.Add("Notes", "createdate", SyncDirection.FromCrm).Should().Be(new EditResult());

    [Fact, Trait("Rule", "E6")]
    public void Are_refused_where_a_local_field_without_a_setter_would_be_written() =>
        _draft.ChangeDirection("FullName", SyncDirection.FromCrm).Refusal.Should().Be(new EditRefusal(
            EditRefusalCode.LocalFieldReadOnly, "FullName", "full_name", null,
            "'FullName' is read-only here and cannot be written. Possible between the two: →."));

    [Fact, Trait("Rule", "E7")]
    public void Are_accepted_with_a_warning_where_the_crm_turns_a_local_time_into_UTC()
    {
        var result = _draft.Add("BestTime", "best_clock", SyncDirection.ToCrm);

        result.Should().Be(new EditResult
        {
            Warnings =
            [
                new EditWarning(
                    EditWarningCode.TimeTurnsUtc, _draft.Build().FindByLocal("BestTime")!,
                    "'best_clock' is a field of the CRM's own Time type, and the CRM turns its values into UTC: 08:33:16-07:00 is shown as 15:33:16. "
                    + "A text field of 40 characters, Text(40), is recommended: it keeps the time as it was, with its offset."),
            ],
        });
        result.ToString().Should().StartWith("accepted\nTimeTurnsUtc: 'best_clock' is a field");
    }

    [Fact, Trait("Rule", "E7")]
    public void Are_accepted_without_a_warning_where_text_keeps_a_local_time_as_it_was() =>
        _draft.Add("BestTime", "best_time", SyncDirection.ToCrm).Should().Be(new EditResult());
}

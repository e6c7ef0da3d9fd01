using NodaTime;

namespace CrmMapping.Aloware.Tests;

public sealed class A_date_of_birth_kept_as_text
{
    private readonly DateOfBirthConverter _converter = new();

    [Theory]
    [InlineData("1990-09-25")]
    [InlineData("1990-9-25")]
    [InlineData("1990/09/25")]
    [InlineData("1990.09.25")]
    [InlineData("1990 Sep 25")]
    [InlineData("09/25/1990")]
    [InlineData("25/9/1990")]
    [InlineData("25.09.1990")]
    [InlineData("25-Sep-1990")]
    [InlineData("25. september 1990")]
    [InlineData("September 25, 1990")]
    [InlineData("Sept. 25 1990")]
    [InlineData(" 1990-09-25 ")]
    [InlineData("1990-09-25T00:00:00.000Z")]
    [InlineData("1990-09-25 00:00:00")]
    [InlineData("1990-09-25T00:00+00:00")]
    public void Is_read_as_people_write_it(string written) =>
        _converter.FromCrm(FieldValue.Of(written)).Should().Be(FieldValue.Of("1990-09-25"));

    [Theory]
    [InlineData("05/05/1990", "1990-05-05")]
    [InlineData("02/29/2000", "2000-02-29")]
    [InlineData("30/04/1990", "1990-04-30")]
    [InlineData("2000-02-29", "2000-02-29")]
    public void Is_read_where_it_can_mean_one_day_alone(string written, string day) =>
        _converter.FromCrm(FieldValue.Of(written)).Should().Be(FieldValue.Of(day));

    [Theory]
    [InlineData("05/09/1990")]
    [InlineData("9.5.1990")]
    [InlineData("09/25/90")]
    [InlineData("90-09-25")]
    [InlineData("1990-25-09")]
    [InlineData("1990-02-29")]
    [InlineData("31/04/1990")]
    [InlineData("0000-01-01")]
    [InlineData("1990-00-10")]
    [InlineData("1990-10-00")]
    [InlineData("19900925")]
    [InlineData("654220800000")]
    [InlineData("September 1990")]
    [InlineData("Se 25 1990")]
    [InlineData("Octember 25, 1990")]
    [InlineData("Sep Oct 1990")]
    [InlineData("1990-09-25T08:30:00Z")]
    [InlineData("1990-09-25T00:00:00-07:00")]
    [InlineData("in spring")]
    [InlineData("/ /")]
    public void Is_refused_where_it_may_mean_two_days_or_none(string written) =>
        _converter.FromCrm(FieldValue.Of(written)).IsUnknown.Should().BeTrue();

    [Fact]
    public void Stays_blank_both_ways()
    {
        _converter.FromCrm(FieldValue.Blank).Should().Be(FieldValue.Blank);
        _converter.ToCrm(FieldValue.Blank).Should().Be(FieldValue.Blank);
    }

    [Fact]
    public void Is_written_in_iso_form() =>
        Scenario().LocalChanges(c => c.DateOfBirth = new LocalDate(1990, 9, 25)).Plan()
            .WritesToCrm.Should().ContainSingle().Which.NewValue.Should().Be(FieldValue.Of("1990-09-25"));

    [Fact]
    public void Is_an_issue_of_its_own_where_it_cannot_be_read()
    {
        var plan = Scenario().CrmChanges("date_of_birth", "05/09/1990").CrmChanges("city", "Denver").Plan();

        plan.WritesToLocal.Should().ContainSingle().Which.Field.Should().Be(nameof(AlowareContact.City));
        plan.Issues.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Code = IssueCode.NotConvertible, Field = nameof(AlowareContact.DateOfBirth) });
    }

    [Fact, Trait("Rule", "F1")]
    public void Is_no_change_in_another_spelling_of_one_day()
    {
        var plan = Scenario().LocalChanges(c => c.DateOfBirth = new LocalDate(1990, 9, 25)).CrmChanges("date_of_birth", "Sept 25, 1990").Plan();

        plan.WritesToCrm.Should().BeEmpty();
        plan.WritesToLocal.Should().BeEmpty();
        plan.Conflicts.Should().BeEmpty();
    }

    private static MappingScenario<AlowareContact> Scenario() =>
        new MappingScenario<AlowareContact>(new AlowareHubSpotMap(), Shipped.HubSpotTraits).LastAgreed(c => c.PhoneNumber = "+14155550123");
}

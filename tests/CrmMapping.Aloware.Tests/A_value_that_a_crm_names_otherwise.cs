namespace CrmMapping.Aloware.Tests;

public sealed class A_value_that_a_crm_names_otherwise
{
    [Theory]
    [InlineData("America/New_York", "america_slash_new_york")]
    [InlineData("America/Port-au-Prince", "america_slash_port_hyphen_au_hyphen_prince")]
    [InlineData("America/Argentina/Buenos_Aires", "america_slash_argentina_slash_buenos_aires")]
    [InlineData("US/Eastern", "us_slash_eastern")]
    [InlineData("Japan", "japan")]
    [InlineData("", "")]
    public void Is_a_time_zone_that_HubSpot_writes_in_words(string name, string option)
    {
        var converter = new HubSpotTimeZoneConverter();

        converter.ToCrm(FieldValue.Of(name)).Should().Be(FieldValue.Of(option));
        converter.FromCrm(FieldValue.Of(option)).Should().Be(FieldValue.Of(name));
        converter.FromCrm(FieldValue.Of(name)).Should().Be(FieldValue.Of(name));
    }

    [Theory]
    [InlineData("Mountain Time")]
    [InlineData("america_slash_atlantis")]
    [InlineData("-07:00")]
    public void Is_refused_where_no_time_zone_bears_the_name(string name)
    {
        var converter = new HubSpotTimeZoneConverter();

        converter.ToCrm(FieldValue.Of(name)).IsUnknown.Should().BeTrue();
        converter.FromCrm(FieldValue.Of(name)).IsUnknown.Should().BeTrue();
    }

    [Theory]
    [InlineData("true", "Yes")]
    [InlineData("false", "No")]
    [InlineData("", "")]
    public void Is_a_yes_or_no_where_there_are_no_checkboxes(string local, string option)
    {
        var converter = new YesNoConverter();

        converter.ToCrm(FieldValue.Of(local)).Should().Be(FieldValue.Of(option));
        converter.FromCrm(FieldValue.Of(option)).Should().Be(FieldValue.Of(local));
    }

    [Fact]
    public void Is_refused_where_it_is_neither_yes_nor_no() => new YesNoConverter().FromCrm(FieldValue.Of("Maybe")).IsUnknown.Should().BeTrue();

    [Fact, Trait("Rule", "F4")]
    public void Is_one_of_the_options_that_are_created()
    {
        var plan = new MappingScenario<AlowareContact>(new AlowareHubSpotMap(), Shipped.HubSpotTraits)
            .LastAgreed(c => c.PhoneNumber = "+14155550123")
            .LocalChanges(c => c.LineType = LineType.VOIP)
            .Plan();

        plan.WritesToCrm.Should().ContainSingle().Which.NewValue.Should().Be(FieldValue.Of("VOIP"));
        Shipped.HubSpot.FindByLocal(nameof(AlowareContact.LineType))!.Crm.Options.Select(option => option.Value).Should().Equal(Enum.GetNames<LineType>());
    }

    [Theory]
    [InlineData("Ada", "Byron", "Ada Byron")]
    [InlineData("Ada", null, "Ada")]
    [InlineData(null, "Byron", "Byron")]
    [InlineData(null, null, null)]
    public void Is_a_whole_name_of_the_parts_that_are_known(string? first, string? last, string? whole) =>
        new AlowareContact { FirstName = first, LastName = last }.FullName.Should().Be(whole);

    [Fact]
    public void Is_a_name_that_Pipedrive_takes_whole_and_gives_in_parts()
    {
        var scenario = new MappingScenario<AlowareContact>(new AlowarePipedriveMap())
            .LastAgreed(c =>
            {
                c.PhoneNumber = "+14155550123";
                c.FirstName = "Ada";
                c.LastName = "Byron";
            })
            .LocalChanges(c => c.LastName = "Lovelace");

        scenario.Plan().WritesToCrm.Select(write => (write.CrmField, write.NewValue.Text)).Should().Equal(("name", "Ada Lovelace"));
        scenario.CrmChanges("first_name", "Augusta").Plan()
            .WritesToLocal.Select(write => (write.Field, write.NewValue.Text)).Should().Equal(("FirstName", "Augusta"));
    }
}

namespace CrmMapping.Testing.Tests;

public sealed class A_scenario_told_wrongly
{
    [Fact, Trait("Rule", "S5")]
    public void Lists_every_mistake_of_its_map()
    {
        var telling = () => new MappingScenario<Person>(new BrokenMap());

        telling.Should().Throw<CrmMappingConfigurationException>().Which.Mistakes.Should().HaveCount(2);
    }

    [Fact]
    public void Names_the_properties_that_the_map_has()
    {
        var telling = () => Story().CrmChanges("first_name", "Ada");

        telling.Should().Throw<ArgumentException>().WithMessage("'first_name' is no CRM property of PersonMap. It has: phone, firstname.*");
    }

    [Fact]
    public void Cannot_have_agreed_on_what_the_crm_does_not_know()
    {
        var planning = () => Story().LastAgreed(p => p.FirstName = "Ada").Plan();

        planning.Should().Throw<InvalidOperationException>().WithMessage("*LastAgreedInCrm(\"firstname\"*");
        Story().LastAgreed(p => p.FirstName = "Ada").LastAgreedInCrm("firstname", "x").Plan().Should().Be(ContactPlan.Nothing);
    }

    [Fact]
    public void Contradicts_itself_only_until_it_is_planned()
    {
        Action[] stories =
        [
            () => Story().FirstLink().LastAgreed(p => p.Phone = "+14155550123").Plan(),
            () => Story().OnlyLocal().CrmChanges("phone", "+14155550123").Plan(),
            () => Story().OnlyInCrm().LocalChanges(p => p.Phone = "+14155550123").Plan(),
        ];

        stories.Should().AllSatisfy(static story => story.Should().Throw<InvalidOperationException>().WithMessage("*Leave one of them out."));
    }

    [Fact]
    public void Knows_no_region_of_that_name() =>
        ((Action)(() => Story().DefaultPhoneRegion("United States"))).Should().Throw<ArgumentException>().WithMessage("*two letters*");

    private static MappingScenario<Person> Story() => new(new PersonMap());

    private sealed class Person
    {
        public string? Phone { get; set; }

        public string? FirstName { get; set; }
    }

    private sealed class PersonMap : ContactMap<Person>
    {
        public PersonMap()
        {
            Map(p => p.Phone).To("phone").Locked();
            Map(p => p.FirstName).To("firstname").Convert(
                static local => local.IsBlank ? local : FieldValue.Unknown, static crm => crm);
        }
    }

    private sealed class BrokenMap : ContactMap<Person>
    {
        public BrokenMap()
        {
            Map(p => p.Phone).To("phone").Locked();
            Map(p => p.Phone).To("firstname");
            Map(p => p.FirstName).To("firstname");
        }
    }
}

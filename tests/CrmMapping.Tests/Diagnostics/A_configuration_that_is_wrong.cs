namespace CrmMapping.Tests.Diagnostics;

[Trait("Rule", "S5")]
public sealed class A_configuration_that_is_wrong
{
    [Fact]
    public void Is_told_whole_a_mistake_a_paragraph() =>
        new CrmMappingConfigurationException(
        [
            new("CRM1003", "ClashingMap", "Company ↔ 'company'", "'company' is already mapped by Employer. A CRM property takes part in one "
                + "mapping: point Company elsewhere, or delete the mapping of Employer."),
            new("CRM1016", "EmptyMap", null, "the map has no mappings."),
            new("CRM1101", null, null, "nobody said where the host's contacts are."),
        ]).Message.Should().Be("""
            CrmMapping cannot start: 3 mistakes.
              CRM1003  ClashingMap, Company ↔ 'company': 'company' is already mapped by Employer. A CRM property takes part in one mapping: point
                       Company elsewhere, or delete the mapping of Employer.
              CRM1016  EmptyMap: the map has no mappings.
              CRM1101  nobody said where the host's contacts are.
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Is_told_in_the_singular_when_there_is_one_mistake() =>
        new CrmMappingConfigurationException([new("CRM1101", null, null, "nobody said.")])
            .Message.Should().StartWith("CrmMapping cannot start: 1 mistake.\n");
}

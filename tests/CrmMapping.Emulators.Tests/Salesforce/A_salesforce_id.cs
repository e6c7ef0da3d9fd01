using CrmMapping.Emulators.Salesforce;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_salesforce_id
{
    [Theory]
    [InlineData("003q000000KvQ1t", "003q000000KvQ1tAAF")]
    [InlineData("00Q5f000005bwLF", "00Q5f000005bwLFEAY")]
    [InlineData("003Q000000kVq1T", "003Q000000kVq1TIAS")]
    [InlineData("003Q000000KVQ1TAAF", "003q000000KvQ1tAAF")]
    [InlineData("00q5f000005bwlfeay", "00Q5f000005bwLFEAY")]
    public void Has_three_characters_that_keep_its_case(string read, string id)
    {
        SalesforceId.TryRead(read, out var whole).Should().BeTrue();

        whole.Should().Be(id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("003q000000KvQ1")]
    [InlineData("003q000000KvQ1tA")]
    [InlineData("003q000000KvQ-t")]
    [InlineData("003q000000KvQ1tA!F")]
    [InlineData("003q0000001vQ1t555")]
    public void Is_not_just_any_text(string? text) => SalesforceId.TryRead(text, out _).Should().BeFalse();

    [Fact]
    public void Sorts_as_records_came_to_be()
    {
        var ids = Enumerable.Range(1, 500).Select(number => SalesforceId.Create("003", number * 977L)).ToList();

        ids.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        ids.Select(SalesforceId.NumberOf).Should().Equal(Enumerable.Range(1, 500).Select(number => number * 977L));
    }
}

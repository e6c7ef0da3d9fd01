namespace CrmMapping.Salesforce.Tests;

public sealed class An_id_of_15_characters
{
    [Theory]
    [InlineData("003q000000KvQ1t", "003q000000KvQ1tAAF")]
    [InlineData("00Q5f000005bwLF", "00Q5f000005bwLFEAY")]
    [InlineData("003q000000KvQ1tAAF", "003q000000KvQ1tAAF")]
    public void Is_kept_with_the_three_that_tell_its_case(string id, string whole) => RecordId.ToLong(id).Should().Be(whole);

    [Theory]
    [InlineData("003q000000KvQ1t", "003q000000KvQ1tAAF", true)]
    [InlineData("003q000000Kvq1t", "003q000000KvQ1tAAF", false)]
    [InlineData("003q000000KvQ1tAAF1", "003q000000KvQ1tAAF", false)]
    public void Names_the_record_that_its_long_form_names(string left, string right, bool same) => RecordId.IsSame(left, right).Should().Be(same);

    [Theory]
    [InlineData("003q000000KvQ1", false)]
    [InlineData("003q000000KvQ1-", false)]
    [InlineData("003q000000KvQ1t", true)]
    public void Is_of_letters_and_digits_alone(string text, bool isId) => RecordId.IsId(text).Should().Be(isId);
}

namespace CrmMapping.Tests.Values;

public sealed class A_value_shown_to_a_person
{
    [Theory]
    [InlineData(null, "unknown")]
    [InlineData("", "blank")]
    [InlineData("Zoë's", "\"Zoë's\"")]
    [InlineData("12 Mill Road\r\nLeeds\t\u001B[31m", "\"12 Mill Road\\r\\nLeeds\\t\\u001B[31m\"")]
    public void Keeps_to_one_line_and_does_nothing_to_a_terminal(string? text, string shown) =>
        (text is null ? default : (FieldValue)text).ToString().Should().Be(shown);
}

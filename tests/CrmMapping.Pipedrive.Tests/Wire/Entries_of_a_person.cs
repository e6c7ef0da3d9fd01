using System.Text;
using System.Text.Json;

namespace CrmMapping.Pipedrive.Tests;

public sealed class Entries_of_a_person
{
    private const string Three = """
        [{"value":"a","primary":false,"label":"home"},{"value":"b","primary":true,"label":"home"},{"value":"c","primary":false,"label":"Other"}]
        """;

    [Fact]
    public void Are_one_field_each()
    {
        var entries = Read(Three);

        new[] { null, "home", "other", "work" }.Select(entries.Value).Should().Equal("b", "a", "c", null);
    }

    [Theory]
    [InlineData(Three, "=x", "a:home,x:home*,c:Other")]
    [InlineData(Three, "home=x", "x:home,b:home*,c:Other")]
    [InlineData(Three, "work=x", "a:home,b:home*,c:Other,x:work")]
    [InlineData(Three, "=", "a:home*,c:Other")]
    [InlineData(Three, "=;home=x", "x:home*,c:Other")]
    [InlineData("[]", "=x;home=y", "x:work*,y:home")]
    [InlineData("[]", "home=y", "y:home*")]
    [InlineData("[]", "home=", "")]
    [InlineData("""[{"value":"","primary":true,"label":"work"}]""", "=x", "x:work*")]
    public void Are_kept_but_for_those_that_change(string before, string changes, string after)
    {
        var entries = Read(before);

        entries.Apply([.. changes.Split(';').Select(static change => change.Split('='))
            .Select(static change => (change[0].Length > 0 ? change[0] : null, change[1].Length > 0 ? change[1] : null))]);

        Written(entries).Should().Be(after);
    }

    private static PersonEntries Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return PersonEntries.Read(document.RootElement);
    }

    private static string Written(PersonEntries entries)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            entries.Write(writer);
        }

        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        return string.Join(',', document.RootElement.EnumerateArray().Select(static entry =>
            $"{entry.GetProperty("value")}:{entry.GetProperty("label")}{(entry.GetProperty("primary").GetBoolean() ? "*" : "")}"));
    }
}

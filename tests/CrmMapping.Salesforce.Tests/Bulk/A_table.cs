using System.Text;
using CrmMapping.Http;

namespace CrmMapping.Salesforce.Tests.Bulk;

public sealed class A_table
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("two\nlines\r", "\"two\nlines\r\"")]
    [InlineData(" blank", "\" blank\"")]
    [InlineData("é😀", "é😀")]
    public void Writes_a_value_that_stays_one_value(string value, string written) => Write([value]).Should().Be($"{written}\n");

    [Fact]
    public void Parts_values_and_ends_rows_with_a_line_feed() => Write(["a", "", "b"], ["c", "d", "e"]).Should().Be("a,,b\nc,d,e\n");

    [Fact]
    public void Reads_back_whatever_was_written()
    {
        const int Seed = 20261125;
        var random = new Random(Seed);
        string[][] rows = [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 4)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => "ab,\"\n\r é"[random.Next(8)]))).ToArray())];

        Read(Write(rows)).Should().BeEquivalentTo(rows, options => options.WithStrictOrdering(), $"the seed is {Seed}");
    }

    [Theory]
    [InlineData("a,b\r\nc,d", "a|b/c|d")]
    [InlineData("a,\"b\nc\"\n\"\",d\n", "a|b\nc/|d")]
    [InlineData("a,\n", "a|")]
    public void Is_read_with_either_line_end(string text, string rows) =>
        string.Join('/', Read(text).Select(static row => string.Join('|', row))).Should().Be(rows);

    [Theory]
    [InlineData("a,\"b")]
    [InlineData("a,\"b\"c\n")]
    public void Is_none_where_a_quote_is_wrong(string text)
    {
        var read = () => Read(text);

        read.Should().Throw<FormatException>();
    }

    private static string Write(params string[][] rows)
    {
        using var body = new RequestBody();
        var csv = new CsvWriter(body);
        foreach (var row in rows)
        {
            foreach (var value in row)
            {
                csv.Write(value);
            }

            csv.EndRow();
        }

        return Encoding.UTF8.GetString(body.Written.Span);
    }

    private static List<string[]> Read(string text)
    {
        var reader = new CsvReader(Encoding.UTF8.GetBytes(text));
        List<string[]> rows = [];
        List<CsvCell> cells = [];
        while (reader.Read(cells))
        {
            var row = new string[cells.Count];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = reader.Text(cells[column]);
            }

            rows.Add(row);
        }

        return rows;
    }
}

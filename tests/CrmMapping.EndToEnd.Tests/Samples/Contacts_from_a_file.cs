using System.Text;

namespace CrmMapping.EndToEnd.Tests;

public sealed class Contacts_from_a_file : IDisposable
{
    private readonly SampleProgram _program = new();

    [Fact]
    public async Task Nothing_is_lost_of_rows_that_are_partly_wrong()
    {
        var report = await LoadAsync("""
            First Name,Surname,Email Address,Phone,Account Name
            Ada,Lovelace,ada@example.com,+1 503 555 0100,"Analytical
            Engines"
            Dee,Nonumber,dee@example.com,ask at the desk,Desk
            Bob,Broken,no address,+1 503 555 0101,Brokers
            Ann,Again,ADA@example.com,,
            Cid,Short
            ,,,,
            """);

        report["contacts"].Should().Be(5 + 6);
        report["differencesAtEnd"].Should().Be(0);
        report.Causes.Should().Contain("e-mail left out: no address", 1)
            .And.Contain("e-mail left out: another contact has it", 1)
            .And.Contain("row damaged, read as far as it goes", 1)
            .And.Contain("InvalidPhone", 1, "an edit of another field does not cure it");
    }

    [Fact]
    public async Task A_quote_that_never_closes_costs_no_other_row()
    {
        var report = await LoadAsync("""
            First Name,Surname,Email Address,City
            Ada,"Lovelace,ada@example.com,London
            Bob,Broken,bob@example.com,Paris
            Cid,"Quoted ""C"", of
            two lines",cid@example.com,Rome
            Dee,"Open
            Eve,"Last",eve@example.com,Oslo
            Fay,"Never,fay@example.com,Bonn
            """);

        report["contacts"].Should().Be(6 + 6);
        report["differencesAtEnd"].Should().Be(0);
        report.Causes.Should().BeEquivalentTo(new Dictionary<string, long> { ["row damaged, read as far as it goes"] = 3 });
    }

    [Fact]
    public async Task A_value_that_hubspot_does_not_take_costs_no_other_value()
    {
        var report = await LoadAsync($"First Name,Surname,Email\nAda,{new string('x', 70_000)},ada@example.com\nB\u0001ob,Bell,bob@example.com\n");

        report["contacts"].Should().Be(2 + 6);
        report.Causes.Should().BeEquivalentTo(new Dictionary<string, long>
        {
            ["value left out: longer than 65,536 characters"] = 1,
            ["row damaged, read as far as it goes"] = 1,
        });
    }

    [Theory]
    [InlineData("\n\n , \nName,Email\nAda Lovelace,ada@example.com\n")]
    [InlineData("sep=;\nName;Email\nAda Lovelace;ada@example.com\n")]
    public async Task Column_names_may_come_after_rows_that_hold_none(string content)
    {
        var report = await LoadAsync(content);

        report["contacts"].Should().Be(1 + 6);
        report["issues"].Should().Be(0);
    }

    [Fact]
    public async Task What_only_tells_something_keeps_nothing_from_being_synced()
    {
        var report = await LoadAsync("First Name,Phone\nAda,call me\nBob,\nCid,\nDee,\nEve,+1 503 555 0100\nFay,+1 503 555 0100\n");

        report.Causes.Should().BeEquivalentTo(new Dictionary<string, long> { ["InvalidPhone"] = 1, ["KeyShared"] = 1 });
        report["issuesKeptFromSync"].Should().Be(0);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task Columns_may_be_separated_by_something_else(string delimiter)
    {
        var report = await LoadAsync($"Name{delimiter}E-Mail{delimiter}City\nAda Lovelace{delimiter}ada@example.com{delimiter}Porto, north\n");

        report["contacts"].Should().Be(1 + 6);
        report["issues"].Should().Be(0);
    }

    [Theory]
    [InlineData("utf-8", true, "UTF-8")]
    [InlineData("utf-8", false, "UTF-8")]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16", false, "UTF-16 without a mark")]
    [InlineData("utf-16BE", true, "UTF-16, big end first")]
    [InlineData("iso-8859-1", false, "Windows-1252")]
    public async Task The_encoding_is_told_and_accents_survive(string encoding, bool withMark, string said)
    {
        var text = Encoding.GetEncoding(encoding);
        byte[] content = [.. withMark ? text.GetPreamble() : [], .. text.GetBytes("First name,City\nZoë,Besançon\nChloë,Besançon\n")];

        var run = await _program.RunAsync("--contacts", _program.Write("contacts.csv", content));

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain($"contacts.csv: {said}");
        run.Output.Should().Contain("\"Besançon\" ⇒", "the second contact is edited, and its plan shown");
    }

    [Fact]
    public async Task The_guesses_are_shown()
    {
        var file = _program.Write("contacts.csv", "Email,CountryCode,Country,Shoe size\nada@example.com,PT,Portugal,38\n"u8.ToArray());

        var run = await _program.RunAsync("--contacts", file);

        run.Output.Should().Contain("  Email   → email\n  Country → country\n  left out: CountryCode, Shoe size\n");
    }

    [Fact]
    public async Task A_million_columns_are_listed_in_short_and_do_nothing_to_the_terminal()
    {
        var columns = string.Join(',', Enumerable.Range(0, 1_000_000));
        var file = _program.Write("contacts.csv", Encoding.UTF8.GetBytes($"First name,\u009B31mEvil,{columns}\nAda,1\n"));

        var run = await _program.RunAsync("--contacts", file);

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain("left out: ·31mEvil, 0, 1, 2").And.Contain("and 999,971 more").And.NotContain("\u009B")
            .And.Contain("no column holds a phone number or an e-mail address");
        run.Output.Split('\n').Should().OnlyContain(line => line.Length <= 240);
    }

    public void Dispose() => _program.Dispose();

    private async Task<ReportFile> LoadAsync(string content)
    {
        var file = _program.Write("contacts.csv", Encoding.UTF8.GetBytes(content));
        var run = await _program.RunAsync("--contacts", file, "--json", "report.json");
        run.ExitCode.Should().Be(0, run.Errors);
        return new ReportFile(_program.InFolder("report.json"));
    }
}

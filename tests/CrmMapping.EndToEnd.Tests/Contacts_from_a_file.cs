using System.Text;

namespace CrmMapping.EndToEnd.Tests;

public sealed class Contacts_from_a_file : IDisposable
{
    private readonly QuickStartProgram _program = new();

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

        run.Output.Should().Contain("Email → email").And.Contain("  Country → country").And.Contain("left out: CountryCode, Shoe size");
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

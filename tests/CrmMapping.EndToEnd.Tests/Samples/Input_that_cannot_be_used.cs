using System.Text;

namespace CrmMapping.EndToEnd.Tests;

public sealed class Input_that_cannot_be_used : IDisposable
{
    private readonly SampleProgram _program = new();

    public static TheoryData<string, string> Files => new()
    {
        { "", "'contacts.csv' is empty." },
        { "First name,Email\n\n", "'contacts.csv' holds no contact: nothing follows its first row." },
        { "First name,\"Email\nAda,ada@example.com\n", "The first row of 'contacts.csv' holds a quote that never closes" },
        { "First name,Email,email\nAda,a@example.com,b@example.com\n", "'contacts.csv' has columns of one name: 'Email' (columns 2 and 3)." },
        { "Once upon a time, there was\na lamp\n", "'contacts.csv' has no column that is known." },
        { "ada@example.com,Ada\n", "'contacts.csv' begins with a contact ('ada@example.com')." },
        { "PK\u0003\u0004 and so on", "'contacts.csv' is a workbook or an archive, no CSV." },
        { "First name\0\u0001\u0002", "'contacts.csv' is no text, so no CSV." },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_none_is_refused_in_one_line(string content, string message)
    {
        var file = _program.Write("contacts.csv", Encoding.UTF8.GetBytes(content));

        var run = await _program.RunAsync("--contacts", file);

        Refused(run, message);
    }

    [Theory]
    [InlineData("is not there. Name a CSV file.", "--contacts", "nowhere.csv")]
    [InlineData("is a folder. Name a CSV file.", "--contacts", ".")]
    [InlineData("--count 0 is none that can be made.", "--count", "0")]
    [InlineData("--count 'many' is no whole number.", "--count", "many")]
    [InlineData("--contacts names no file.", "--contacts", "")]
    [InlineData("is a pipe or a device", "--contacts", "/dev/stdin")]
    [InlineData("'/proc/report.json' cannot be written", "--json", "/proc/report.json")]
    [InlineData("--json writes what a run did, and a preview does nothing.", "--crm-url", "http://127.0.0.1:1", "--token", "t", "--json", "x.json")]
    [InlineData("--for takes the seconds after which --watch ends, 1 to 1,000,000.", "--watch", "--for", "2000000")]
    [InlineData("Unrecognized command or argument '--nonsense'.", "--nonsense")]
    [InlineData("--contacts and --count both fill the account.", "--contacts", "x.csv", "--count", "3")]
    [InlineData("--crm-url needs the account's token.", "--crm-url", "https://api.hubapi.com")]
    [InlineData("--crm-url 'ftp://x' is no web address.", "--crm-url", "ftp://x", "--token", "t")]
    [InlineData("the token would travel in the clear.", "--crm-url", "http://crm.example.com", "--token", "t")]
    [InlineData("--token is for an account of your own.", "--token", "t")]
    [InlineData("--apply is for an account of your own.", "--apply")]
    [InlineData("--for ends --watch.", "--for", "3")]
    [InlineData("is not there. Make it, or name another.", "--json", "nowhere/report.json")]
    [InlineData("'.' is a folder. Name a file.", "--json", ".")]
    public async Task What_cannot_be_meant_is_refused_in_one_line(string message, params string[] args)
    {
        var run = await _program.RunAsync(args);

        Refused(run, message);
    }

    public void Dispose() => _program.Dispose();

    private static void Refused(ProgramRun run, string message)
    {
        run.ExitCode.Should().Be(2);
        run.ErrorLine.Should().Contain(message);
    }
}

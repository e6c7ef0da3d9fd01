using CrmMapping;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Gathers and shows the closing table of a run.</summary>
internal sealed class Closing(IServiceProvider services, ICrmSync sync, SampleCrm crm, Screen screen)
{
    private readonly SqliteContacts<Contact> _contacts = services.GetRequiredService<SqliteContacts<Contact>>();

    /// <summary>Shows the table, and writes it where that was asked for.</summary>
    /// <param name="run">What the run was asked to do.</param>
    /// <param name="work">What the operations did, and what it cost.</param>
    /// <param name="records">The account's contacts, read without the engine.</param>
    /// <param name="stop">Cancels it.</param>
    public async Task ShowAsync(RunSettings run, RunWork work, IAsyncEnumerable<CrmContact> records, CancellationToken stop)
    {
        var peak = PeakMemory.Bytes;
        var issues = await sync.FindIssuesAsync(new IssueQuery { Size = int.MaxValue }, stop);
        var compare = new SideBySide(
            _contacts, services.GetRequiredService<ISyncStore>(), services.GetRequiredService<IPhoneNumberNormalizer>(), crm);
        var report = new RunReport
        {
            Contacts = await _contacts.CountAsync(cancellationToken: stop),
            Work = work,
            Issues = [.. work.Met, .. await new IssueReport(_contacts).CountAsync(issues, stop)],
            PeakBytes = peak,
            Differences = await compare.CompareAsync(records, issues, stop),
        };
        screen.Title("In the end");
        ReportTable.Show(screen, crm.Name, report);
        if (run.Json is { } file)
        {
            await ReportJson.WriteAsync(file, report, stop);
        }
    }
}

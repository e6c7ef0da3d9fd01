using System.Text.Json;
using CrmMapping;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Draws the closing table of several CRMs, a line each.</summary>
internal sealed class TogetherTable(IServiceProvider services, Screen screen)
{
    private readonly SqliteContacts<Contact> _contacts = services.GetRequiredService<SqliteContacts<Contact>>();
    private readonly List<Row> _rows = [];
    private readonly List<string> _examples = [];

    /// <summary>Compares an account with what is here, and adds its line.</summary>
    public async Task AddAsync(EmulatorProcess emulator, ICrmSync sync, IReadOnlyList<OperationCounts> work, CancellationToken stop)
    {
        var issues = await sync.FindIssuesAsync(new IssueQuery { Size = int.MaxValue }, stop);
        var requests = await emulator.Admin.CountRequestsAsync(stop);
        var compare = new SideBySide(
            _contacts, services.GetRequiredService<ISyncStore>(), services.GetRequiredService<IPhoneNumberNormalizer>(), emulator.Crm);
        var differences = await compare.CompareAsync(emulator.Admin.ReadAllAsync(stop), issues, stop);
        _rows.Add(new Row(
            emulator.Crm.Name,
            work.Sum(static counts => counts.CreatedLocal + counts.CreatedCrm),
            work.Sum(static counts => counts.UpdatedLocal + counts.UpdatedCrm),
            work.Sum(static counts => counts.ConflictsWonByCrm + counts.ConflictsWonByLocal),
            issues.Count,
            requests.Count,
            differences.Unexplained,
            differences.Explained));
        _examples.AddRange(differences.Examples.Select(example => $"{emulator.Crm.Name}: {example}"));
    }

    public async Task ShowAsync(TimeSpan elapsed, FileInfo? json, CancellationToken stop)
    {
        var peak = PeakMemory.Bytes;
        var contacts = await _contacts.CountAsync(cancellationToken: stop);
        screen.Title("In the end");
        screen.Line($"  {"",-12}{"created",10}{"updated",10}{"conflicts",11}{"issues",9}{"requests",10}{"differences",13}");
        foreach (var row in _rows)
        {
            screen.Line($"  {row.Crm,-12}{row.Created,10:N0}{row.Updated,10:N0}{row.Conflicts,11:N0}{row.Issues,9:N0}{row.Requests,10:N0}{row.Differences,13:N0}"
                + (row.Explained > 0 ? $"  and {row.Explained:N0} that an open issue explains" : ""));
        }

        screen.Line();
        _examples.ForEach(example => screen.Line($"  {example}"));
        screen.Line($"  {Plural.Of(contacts, "contact")} here, {elapsed.TotalSeconds:N1} seconds, {peak / 1024.0 / 1024.0:N0} MiB at most.");
        if (json is not null)
        {
            var report = new { contacts, seconds = Math.Round(elapsed.TotalSeconds, 3), peakBytes = peak, crms = _rows };
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(report, ReportJson.Options) + "\n", stop);
        }
    }

    private sealed record Row(
        string Crm, long Created, long Updated, long Conflicts, long Issues, long Requests, long Differences, long Explained);
}

using System.Text.Json;

namespace QuickStart;

/// <summary>Writes the closing table for machines.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Task WriteAsync(FileInfo file, RunReport report, CancellationToken stop) => File.WriteAllTextAsync(
        file.FullName,
        JsonSerializer.Serialize(
            new
            {
                contacts = report.Contacts,
                created = report.CreatedHere + report.CreatedInCrm,
                updated = report.UpdatedHere + report.UpdatedInCrm,
                conflicts = report.Conflicts,
                conflictsWonByCrm = report.WonByCrm,
                conflictsWonByLocal = report.WonHere,
                conflictsParked = report.Parked,
                issues = report.IssuesOf(null),
                issuesKeptFromSync = report.IssuesOf(IssueKind.Waiting),
                issuesByCause = report.Issues.ToDictionary(issue => issue.Cause, issue => issue.Count),
                requests = report.Work.Requests.Count,
                requestsByKind = report.Work.Requests.ByKind,
                leastRequests = report.Work.LeastRequests,
                seconds = Math.Round(report.Work.Seconds, 3),
                peakBytes = report.PeakBytes,
                secondSyncWrites = report.Work.SecondSyncWrites,
                differencesAtEnd = report.Differences.Unexplained,
                differencesExplained = report.Differences.Explained,
            },
            Options) + "\n",
        stop);
}

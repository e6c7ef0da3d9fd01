using System.Text.Json;

namespace QuickStart;

/// <summary>Writes the closing table for machines.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Task WriteAsync(FileInfo file, RunReport report, CancellationToken stop) => File.WriteAllTextAsync(
        file.FullName,
        JsonSerializer.Serialize(
            new
            {
                contacts = report.Contacts,
                created = report.Created,
                updated = report.Updated,
                conflicts = report.Conflicts,
                conflictsWonByCrm = report.WonByCrm,
                conflictsWonByLocal = report.WonHere,
                conflictsParked = report.Parked,
                issues = report.Issues.Sum(issue => issue.Count),
                issuesByCause = report.Issues.ToDictionary(issue => issue.Cause, issue => issue.Count),
                requests = report.Requests.Count,
                requestsByKind = report.Requests.ByKind,
                leastRequests = report.LeastRequests,
                seconds = Math.Round(report.Seconds, 3),
                peakBytes = report.PeakBytes,
                secondSyncWrites = report.SecondSyncWrites,
                differencesAtEnd = report.Differences.Unexplained,
                differencesExplained = report.Differences.Explained,
            },
            Indented) + "\n",
        stop);
}

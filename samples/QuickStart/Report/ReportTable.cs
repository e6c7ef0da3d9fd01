namespace QuickStart;

/// <summary>Draws the closing table.</summary>
internal static class ReportTable
{
    public static IEnumerable<string> Of(RunReport report)
    {
        yield return Row("contacts", report.Contacts);
        yield return Row("created", report.Created, $"{report.Sum(c => c.CreatedLocal):N0} here, {report.Sum(c => c.CreatedCrm):N0} in the CRM");
        yield return Row("updated", report.Updated, $"{report.Sum(c => c.UpdatedLocal):N0} here, {report.Sum(c => c.UpdatedCrm):N0} in the CRM");
        yield return Row(
            "conflicts", report.Conflicts, $"the CRM won {report.WonByCrm:N0}, this side {report.WonHere:N0}, {report.Parked:N0} wait for a person");
        yield return Row("issues", report.Issues.Sum(issue => issue.Count));
        foreach (var issue in report.Issues)
        {
            yield return $"  {"",-20} {issue.Count,9:N0}  {issue.Cause}{(issue.First.Length > 0 ? $" ({issue.First})" : "")}";
        }

        yield return Row("HTTP requests", report.Requests.Count, $"the batch API allows {report.LeastRequests:N0} at least");
        yield return $"  {"seconds",-20} {report.Seconds,9:N1}";
        yield return $"  {"peak memory",-20} {report.PeakBytes / 1024.0 / 1024.0,9:N0}  MiB";
        yield return Row("second sync wrote", report.SecondSyncWrites);
        yield return Row("differences at end", report.Differences.Unexplained, $"{report.Differences.Explained:N0} more are explained by an open issue");
    }

    private static string Row(string name, long value, string? more = null) => $"  {name,-20} {value,9:N0}{(more is null ? "" : $"  {more}")}";
}

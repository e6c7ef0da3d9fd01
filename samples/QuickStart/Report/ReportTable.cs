namespace QuickStart;

/// <summary>Draws the closing table.</summary>
internal static class ReportTable
{
    public static void Show(Screen screen, string crm, RunReport report)
    {
        Row(screen, "contacts", report.Contacts);
        Row(screen, "created", report.CreatedHere + report.CreatedInCrm, $"{report.CreatedHere:N0} here, {report.CreatedInCrm:N0} in the CRM");
        Row(screen, "updated", report.UpdatedHere + report.UpdatedInCrm, $"{report.UpdatedHere:N0} here, {report.UpdatedInCrm:N0} in the CRM");
        Row(screen, "conflicts", report.Conflicts, Winners(report));
        Row(screen, "issues", report.IssuesOf(null), IssueKinds(report));
        foreach (var issue in report.Issues)
        {
            screen.Line($"  {issue.Count,12:N0}  {issue.Cause}");
            foreach (var remark in issue.Remarks)
            {
                screen.Paragraph(16, remark);
            }
        }

        Row(screen, "HTTP requests", report.Work.Requests.Count, $"{crm}'s API allows {report.Work.LeastRequests:N0} at least");
        Row(screen, "seconds", $"{report.Work.Seconds:N1}");
        Row(screen, "peak memory, MiB", $"{report.PeakBytes / 1024.0 / 1024.0:N0}");
        Row(screen, "second sync wrote", report.Work.SecondSyncWrites);
        Row(screen, "differences at end", report.Differences.Unexplained, DifferencesToo(report.Differences));
        foreach (var example in report.Differences.Examples)
        {
            screen.Line($"                {example}");
        }
    }

    private static string Winners(RunReport report) => report.Conflicts == 0 ? ""
        : $"the CRM won {report.WonByCrm:N0}, this side {report.WonHere:N0}{(report.Parked > 0 ? $", {report.Parked:N0} wait for a person" : "")}";

    private static string IssueKinds(RunReport report)
    {
        (IssueKind Kind, string Words)[] kinds =
        [
            (IssueKind.Loading, "met while loading"), (IssueKind.Waiting, "kept from being synced"), (IssueKind.Told, "synced anyway"),
        ];
        var met = kinds.Where(kind => report.IssuesOf(kind.Kind) > 0).ToList();
        return met is [var only]
            ? $"all {only.Words}"
            : string.Join(", ", met.Select(kind => $"{report.IssuesOf(kind.Kind):N0} {kind.Words}"));
    }

    private static string DifferencesToo(Differences differences) =>
        differences.Explained == 0 ? "" : $"and {differences.Explained:N0} that an open issue explains";

    private static void Row(Screen screen, string name, long value, string more = "") => Row(screen, name, $"{value:N0}", more);

    private static void Row(Screen screen, string name, string value, string more = "") => screen.Line($"  {name,-20} {value,9}  {more}".TrimEnd());
}

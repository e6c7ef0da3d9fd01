using CrmMapping;
using CrmMapping.Sqlite;

namespace QuickStart;

/// <summary>Counts the engine's open issues by cause, and shows the first values of each.</summary>
internal sealed class IssueReport(SqliteContacts<Contact> contacts)
{
    private const int Shown = 3;
    private const int LongestValue = 40;

    // Such text is synced like any other, and such a record was created: contacts here are not unique by a key.
    private static readonly IssueCode[] ToldOnly = [IssueCode.InvalidPhone, IssueCode.KeyShared];

    public static IssueKind KindOf(IssueCode code) => ToldOnly.Contains(code) ? IssueKind.Told : IssueKind.Waiting;

    public async Task<IReadOnlyList<IssueCount>> CountAsync(IEnumerable<SyncIssue> issues, CancellationToken stop)
    {
        var counts = new List<IssueCount>();
        foreach (var cause in issues.GroupBy(issue => issue.Code).OrderByDescending(cause => cause.Count()))
        {
            counts.Add(new IssueCount(
                cause.Key.ToString(), cause.LongCount(), KindOf(cause.Key), await RemarksAsync(cause, stop)));
        }

        return counts;
    }

    private async Task<IReadOnlyList<string>> RemarksAsync(IEnumerable<SyncIssue> issues, CancellationToken stop)
    {
        var first = issues.First();
        if (first.Field is null)
        {
            return [$"{Subject(first)}: {first.Message}"];
        }

        var examples = new List<string>();
        foreach (var issue in issues.Take(Shown))
        {
            examples.Add($"{Subject(issue)}, {issue.Field}{await ValueAsync(issue, stop)}");
        }

        return [first.Message.Replace($"{first.Field}: ", "", StringComparison.Ordinal), string.Join("; ", examples)];
    }

    private async Task<string> ValueAsync(SyncIssue issue, CancellationToken stop) =>
        issue.LocalId is { } id && await contacts.FindAsync(id, cancellationToken: stop) is { } found
            && ContactFields.Find(issue.Field!)?.GetValue(found.Contact) is string value
                ? $" \"{Printable.Short(OneLine.Of(value), LongestValue)}\""
                : "";

    private static string Subject(SyncIssue issue) => issue switch
    {
        { LocalId: { } id } => $"contact {id}",
        { CrmId: { } id } => $"CRM record {id}",
        _ => "all contacts",
    };
}

namespace CrmMapping.Sqlite;

/// <summary>Says which issue it is; of two with one key the later is the same issue, met again.</summary>
internal readonly record struct IssueKey(string Contact, string Field, string Code)
{
    public static IssueKey Of(SyncIssue issue) => new(
        issue.LocalId ?? (issue.CrmId is { } crmId ? $"crm:{crmId}" : ""), issue.Field ?? "", issue.Code.ToString());
}

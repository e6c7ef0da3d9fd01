namespace CrmMapping;

/// <summary>Names what a line of a report is about; where a connection syncs several kinds of record, with the kind.</summary>
internal static class ReportSubject
{
    public static string Of(ConnectionScope kind, string subject) => kind.Kinds.Count == 1 ? subject : $"{kind.RecordType}: {subject}";
}

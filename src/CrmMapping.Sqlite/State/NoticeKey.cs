namespace CrmMapping.Sqlite;

/// <summary>Says of whom a notice is.</summary>
internal readonly record struct NoticeKey(string Connection, SyncSide Side, RecordType RecordType, string Id)
{
    public static NoticeKey Of(Notice notice) => new(notice.Connection, notice.Side, notice.RecordType, notice.Id);
}

using Microsoft.Data.Sqlite;

namespace CrmMapping.Sqlite;

/// <summary>Says in words what SQLite says in numbers.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int LockedTable = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private const string LockedTooLong =
        "is locked by another program for longer than the connection string's 'Default Timeout'. "
        + "Close what holds it, such as a database tool with an open transaction, or raise the timeout.";

    public static SyncStoreException Locked(string file) => new(file, LockedTooLong, isPassing: true);

    public static SyncStoreException Explain(SqliteException fault, string file) => new(
        file,
        fault.SqliteErrorCode switch
        {
            Busy or LockedTable => LockedTooLong,
            ReadOnly => "cannot be written. Give this process the right to write the file and its folder.",
            IoError => "cannot be read or written: the disk or its mount reports an error. Check the disk, then start again.",
            Corrupt => "is damaged. Put back a backup of it, together with its -wal file if there is one.",
            Full => "cannot grow: the disk is full. Free space on it.",
            CannotOpen => "cannot be opened. Check that the path names a file and that this process may read and write it and its folder.",
            NotADatabase => "is not a SQLite database. Point the connection string at another file, or move this one away.",
            _ => $"refused a statement: {fault.Message}",
        },
        isPassing: fault.SqliteErrorCode is Busy or LockedTable or Full,
        fault);
}

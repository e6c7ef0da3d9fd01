using Microsoft.Data.Sqlite;

namespace CrmMapping.Sqlite;

/// <summary>Reads a connection string, of which a file is asked: what is kept must outlive the process.</summary>
internal static class SqliteFile
{
    /// <summary>Says what is wrong with a connection string; null when nothing is.</summary>
    public static string? Fault(string? connectionString)
    {
        try
        {
            return string.IsNullOrWhiteSpace(connectionString)
                ? "the connection string is null or blank. Name a file, such as 'Data Source=crm-sync.db'."
                : IsFile(new SqliteConnectionStringBuilder(connectionString))
                    ? null
                    : "the connection string names no file, and what is kept must outlive the process. "
                        + "Name one, such as 'Data Source=crm-sync.db'.";
        }
        catch (ArgumentException unreadable)
        {
            return $"the connection string cannot be read: {unreadable.Message} Write it such as 'Data Source=crm-sync.db'.";
        }
    }

    public static SqliteConnectionStringBuilder Settings(string connectionString)
    {
        if (Fault(connectionString) is { } fault)
        {
            throw new ArgumentException(fault, nameof(connectionString));
        }

        // Connections are held open here and close with the process: a pool beside it would keep the file.
        var settings = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, ForeignKeys = true };
        settings.DataSource = Path.GetFullPath(settings.DataSource);
        return settings;
    }

    private static bool IsFile(SqliteConnectionStringBuilder settings) =>
        settings.DataSource is not ("" or ":memory:")
        && settings.Mode != SqliteOpenMode.Memory
        && !settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
}

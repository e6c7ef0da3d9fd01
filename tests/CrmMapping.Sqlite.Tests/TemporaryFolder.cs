namespace CrmMapping.Sqlite.Tests;

/// <summary>Gives a folder of its own to a test and takes it away after.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("crm-mapping-").FullName;

    public string ConnectionString => $"Data Source={File("sync.db")};Default Timeout=20";

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

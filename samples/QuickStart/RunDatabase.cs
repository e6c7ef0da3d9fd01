namespace QuickStart;

/// <summary>Gives the run its SQLite file: the one that was named, or one in a folder that is removed at the end.</summary>
internal sealed class RunDatabase : IDisposable
{
    private readonly DirectoryInfo? _folder;

    public RunDatabase(FileInfo? named)
    {
        _folder = named is null ? Directory.CreateTempSubdirectory("crm-mapping-") : null;
        File = named ?? new FileInfo(Path.Combine(_folder!.FullName, "crm-sync.db"));
    }

    public FileInfo File { get; }

    public void Dispose() => _folder?.Delete(recursive: true);
}

namespace CrmMapping.House.Tests;

/// <summary>Reads the source tree that these tests were built from.</summary>
internal static class Tree
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "TestResults", "node_modules", "BenchmarkDotNet.Artifacts"];

    public static DirectoryInfo Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Root.FullName, path)).ReplaceLineEndings("\n");

    /// <summary>Lists files below a folder by their paths from the root, in order, without what a build or a tool leaves behind.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root.FullName, folder), pattern, SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Root.FullName, file).Replace('\\', '/'))
            .Where(static file => !file.Split('/').Any(static part => part.StartsWith('.') || NotOurs.Contains(part)))
            .Order(StringComparer.Ordinal),
    ];

    private static DirectoryInfo FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrmMapping.sln")))
        {
            folder = folder.Parent;
        }

        return folder ?? throw new DirectoryNotFoundException(
            $"No folder above '{AppContext.BaseDirectory}' holds CrmMapping.sln. Run these tests where they were built, inside the source tree.");
    }
}

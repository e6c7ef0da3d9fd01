using System.Reflection;
using System.Xml.Linq;

namespace CrmMapping.House.Tests;

/// <summary>One package: a project in <c>src</c>, and what it was compiled to.</summary>
internal sealed record Package(string Name)
{
    public static IReadOnlyList<Package> All { get; } =
        [.. Tree.Files("src", "*.csproj").Select(static file => new Package(Path.GetFileNameWithoutExtension(file)))];

    public static TheoryData<string> Names { get; } = [.. All.Select(static package => package.Name)];

    public string Folder => $"src/{Name}";

    public Assembly Assembly { get; } = Assembly.Load(Name);

    /// <summary>Gets the public types, but for those that the compiler makes for extension members.</summary>
    public IEnumerable<Type> PublicTypes => Assembly.GetExportedTypes().Where(static type => !type.FullName!.Contains('<', StringComparison.Ordinal));

    public IReadOnlyList<string> Projects => [.. References("ProjectReference").Select(static path => Path.GetFileNameWithoutExtension(path)!)];

    public IReadOnlyList<string> References(string item) =>
    [
        .. XDocument.Parse(Tree.ReadText($"{Folder}/{Name}.csproj")).Descendants(item)
            .Select(static reference => reference.Attribute("Include")!.Value.Replace('\\', '/')),
    ];
}

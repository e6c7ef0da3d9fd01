using System.Reflection;
using System.Runtime.CompilerServices;

namespace CrmMapping.House.Tests;

public sealed class Types_of_a_package
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The public classes that may be derived from, and why.</summary>
    private static readonly Dictionary<string, string> MayBeDerived = new()
    {
        ["CrmMapping.ContactMap"] = "the map without its contact; its constructor is closed",
        ["CrmMapping.ContactMap`1"] = "authors of maps derive from it",
        ["CrmMapping.ConflictPolicy"] = "a closed set of values; its constructor is private",
        ["CrmMapping.ActivityWrite"] = "what writes of activities share; its constructor is closed",
        ["CrmMapping.ActivityCreate"] = "what creates of activities share; its constructor is closed",
        ["CrmMapping.CrmAdapterContract"] = "authors of adapters derive from it, and xunit runs it",
        ["CrmMapping.CrmTestAccount"] = "authors of adapters give the contract one of theirs",
        ["CrmMapping.CrmBuilder`1"] = "each CRM's builder derives from it",
        ["CrmMapping.Aloware.AlowareMap`1"] = "what the shipped maps offer; its constructor is closed",
        ["CrmMapping.Aloware.AlowareSalesforceRecordMap`1"] = "what Salesforce's maps share; its constructor is closed",
        ["CrmMapping.Aloware.AlowareHubSpotMap`1"] = "hosts add to the shipped map",
        ["CrmMapping.Aloware.AlowareSalesforceMap`1"] = "hosts add to the shipped map",
        ["CrmMapping.Aloware.AlowareSalesforceLeadMap`1"] = "hosts add to the shipped map",
        ["CrmMapping.Aloware.AlowareHighLevelMap`1"] = "hosts add to the shipped map",
        ["CrmMapping.Aloware.AlowarePipedriveMap`1"] = "hosts add to the shipped map",
        ["CrmMapping.Sqlite.NodaPatternJsonConverter`1"] = "what the converters share; its constructor is closed",
    };

    /// <summary>The public classes that may be derived from and made as they are, and why.</summary>
    private static readonly Dictionary<string, string> MayBeDerivedThoughConcrete = new()
    {
        ["CrmMapping.Aloware.AlowareContact"] = "hosts add fields of their own, or none; it holds data and decides nothing",
    };

    /// <summary>What brings a token of its own, or must come to its end, and why.</summary>
    private static readonly Dictionary<string, string> NeedNoToken = new()
    {
        ["Microsoft.AspNetCore.Http.HttpContext"] = "a web request brings its own",
        ["Microsoft.AspNetCore.Http.HttpRequest"] = "a web request brings its own",
        ["CrmMapping.Emulators.AdminCall"] = "a web request brings its own",
        ["CrmMapping.RunWorker.EndAsync"] = "notes that a run was cancelled, so it must not be cancelled itself",
    };

    public static TheoryData<string> Packages => Package.Names;

    [Theory, MemberData(nameof(Packages))]
    public void Are_closed_unless_deriving_is_the_point(string package) =>
        new Package(package).PublicTypes
            .Where(static type => type is { IsClass: true, IsSealed: false }
                && !(type.IsAbstract ? MayBeDerived : MayBeDerivedThoughConcrete).ContainsKey(type.FullName!))
            .Should().BeEmpty();

    [Theory, MemberData(nameof(Packages))]
    public void Let_every_word_of_a_sentence_go_on(string package) =>
        new Package(package).PublicTypes.Where(IsFluent)
            .SelectMany(static type => type.GetMethods(Declared))
            .Where(static method => method is { IsPublic: true, IsSpecialName: false } && method.ReturnType == typeof(void))
            .Should().BeEmpty("a fluent verb gives back where the sentence goes on");

    [Theory, MemberData(nameof(Packages))]
    public void Take_a_cancellation_token_last_where_they_wait(string package) =>
        new Package(package).Assembly.GetTypes()
            .Where(static type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(static type => type.GetMethods(Declared))
            .Where(static method => IsAsync(method) && IsOurs(method) && !CanBeCancelled(method))
            .Select(static method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Should().BeEmpty();

    private static bool IsFluent(Type type) =>
        type.Name.Split('`')[0] is var name
        && (name.EndsWith("Builder", StringComparison.Ordinal) || name.EndsWith("BuilderExtensions", StringComparison.Ordinal)
            || name.EndsWith("Scenario", StringComparison.Ordinal) || name.EndsWith("Keys", StringComparison.Ordinal)
            || name is "IMappingStart" or "IMappingVerbs" or "IMappingDetails" or "ILocalFieldWords" or "IOfferedField");

    private static bool IsAsync(MethodInfo method) =>
        !method.IsPrivate && method.Name.EndsWith("Async", StringComparison.Ordinal) && !method.Name.Contains('<', StringComparison.Ordinal);

    // Disposal takes no token anywhere, and the shape of an overridden method is another's.
    private static bool IsOurs(MethodInfo method) =>
        method.Name is not "DisposeAsync" && method.GetBaseDefinition().DeclaringType!.Assembly == method.DeclaringType!.Assembly;

    // Parameters that may be left out stand behind the token.
    private static bool CanBeCancelled(MethodInfo method) =>
        method.GetParameters().LastOrDefault(static parameter => !parameter.IsOptional || parameter.ParameterType == typeof(CancellationToken))?.ParameterType
            == typeof(CancellationToken)
        || method.GetParameters().Select(static parameter => parameter.ParameterType.FullName)
            .Append(method.DeclaringType!.FullName)
            .Append($"{method.DeclaringType.FullName}.{method.Name}")
            .Any(static name => name is not null && NeedNoToken.ContainsKey(name));
}

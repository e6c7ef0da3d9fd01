using System.Text.RegularExpressions;
using CrmMapping.Outcomes;

namespace CrmMapping.House.Tests;

public sealed partial class Words_for_what_went_wrong
{
    private static readonly Lazy<string> Readme = new(static () => Tree.ReadText("README.md"));

    private static readonly Lazy<string> Tests = new(static () => string.Concat(
        Tree.Files("tests", "*.cs").Concat(Tree.Files("samples", "*.cs")).Where(static file => !file.Contains("House.Tests", StringComparison.Ordinal)).Select(Tree.ReadText)));

    public static TheoryData<string> Mistakes { get; } =
        [.. Tree.Files("src", "*.cs").SelectMany(static file => Codes().Matches(Tree.ReadText(file)).Select(static code => code.Groups[1].Value)).Distinct().Order()];

    public static TheoryData<IssueCode> Issues { get; } = [.. Enum.GetValues<IssueCode>()];

    /// <summary>What an admin's edit, a file of mappings or a report of rules may be answered with.</summary>
    public static TheoryData<string> Answers { get; } =
    [
        .. new[] { typeof(EditRefusalCode), typeof(EditWarningCode), typeof(ImportRefusalCode), typeof(OutcomeRefusalCode), typeof(OutcomeFindingCode) }
            .SelectMany(static type => Enum.GetNames(type).Select(code => $"{type.Name}.{code}")),
    ];

    [Theory, MemberData(nameof(Mistakes))]
    public void Stand_in_the_README_for_every_mistake(string code) => Readme.Value.Should().Contain($"| {code} |");

    [Theory, MemberData(nameof(Mistakes))]
    public void Are_tested_for_every_mistake(string code) =>
        Tests.Value.Contains(code, StringComparison.Ordinal).Should().BeTrue("a test shows what brings {0} about", code);

    [Theory, MemberData(nameof(Issues))]
    public void Stand_in_the_README_for_every_issue(IssueCode code) => Readme.Value.Should().Contain($"| `{code}` |");

    [Theory, MemberData(nameof(Issues))]
    public void Are_tested_for_every_issue(IssueCode code) =>
        Tests.Value.Contains($"IssueCode.{code}", StringComparison.Ordinal).Should().BeTrue("a test shows what brings {0} about", code);

    [Theory, MemberData(nameof(Answers))]
    public void Stand_in_the_README_for_every_answer_to_an_edit(string code) => Readme.Value.Should().Contain($"| `{code.Split('.')[1]}` |");

    [Theory, MemberData(nameof(Answers))]
    public void Are_tested_for_every_answer_to_an_edit(string code) =>
        Tests.Value.Contains(code, StringComparison.Ordinal).Should().BeTrue("a test shows what brings {0} about", code);

    [Fact]
    public void Have_an_event_id_of_their_own_in_the_log() =>
        Tree.Files("src", "*.cs").SelectMany(static file => EventIds().Matches(Tree.ReadText(file)).Select(static id => id.Groups[1].Value))
            .Should().NotBeEmpty().And.OnlyHaveUniqueItems();

    [GeneratedRegex(@"\[LoggerMessage\((\d+),")]
    private static partial Regex EventIds();

    [GeneratedRegex("\"(CRM[0-9]{4})\"")]
    private static partial Regex Codes();
}

using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace CrmMapping.Outcomes;

/// <summary>Holds rules as JSON does: everything may be missing, and what has no meaning is kept to be told of.</summary>
internal sealed record RulesFile
{
    public int? FormatVersion { get; init; }

    public int? Version { get; init; }

    public IReadOnlyList<DefaultRow?>? Defaults { get; init; }

    public IReadOnlyList<RuleRow?>? Rules { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    public static RulesFile Of(OutcomeRules rules) => new()
    {
        FormatVersion = OutcomeRulesJson.FormatVersion,
        Version = rules.Version,
        Defaults = [.. rules.Defaults.Select(static entry => new DefaultRow { Situation = $"{entry.Situation}", Outcome = OutcomeRow.Of(entry.Outcome) })],
        Rules =
        [
            .. rules.Rules.Select(static rule => new RuleRow
            {
                Tag = new TagRow { Id = rule.Tag.Id, Name = rule.Tag.Name },
                Outcome = OutcomeRow.Of(rule.Outcome),
                AddedAt = InstantPattern.ExtendedIso.Format(rule.AddedAt),
            }),
        ],
    };

    internal sealed record DefaultRow
    {
        public string? Situation { get; init; }

        public OutcomeRow? Outcome { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Others { get; set; }
    }

    internal sealed record RuleRow
    {
        public TagRow? Tag { get; init; }

        public OutcomeRow? Outcome { get; init; }

        public string? AddedAt { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Others { get; set; }
    }

    internal sealed record TagRow
    {
        public long? Id { get; init; }

        public string? Name { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Others { get; set; }
    }

    internal sealed record OutcomeRow
    {
        public string? Id { get; init; }

        public string? Label { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Others { get; set; }

        public static OutcomeRow Of(OutcomeName name) => new() { Id = name.Id, Label = name.Label };
    }
}

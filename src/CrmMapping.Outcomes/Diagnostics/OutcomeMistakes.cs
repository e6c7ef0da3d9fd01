namespace CrmMapping.Outcomes;

/// <summary>Holds the words for what may be wrong where code says which outcomes calls have.</summary>
internal static class OutcomeMistakes
{
    private const string Where = "AddCallOutcomes";

    public static MappingMistake DefaultSaidTwice(string situation) => new(
        "CRM4001", Where, situation, "the situation is given two defaults. A call has one outcome: say Default(…) once for each situation.");

    public static MappingMistake NoSituation(WrittenDefault entry) => new(
        "CRM4002", Where, $"{entry.Situation}", $"this is no situation. There are {string.Join(", ", CallSituations.All)}.");

    public static MappingMistake TagMappedTwice(string tag) => new(
        "CRM4003", Where, tag, "the tag is mapped twice. A tag has one outcome: delete one of the two rules.");

    public static MappingMistake BlankTag() => new(
        "CRM4004", Where, null, "MapTag(…) names no tag. Give the tag's name, as in MapTag(\"bad call\").");

    public static MappingMistake BlankOutcome(string field) => new(
        "CRM4005", Where, field, "no outcome is named. Give the outcome's label in the CRM, as in \"No answer\", or leave the sentence out.");

    public static MappingMistake RuleWithoutTo(string tag) => new(
        "CRM4006", Where, tag, "the sentence ends before To(…), so the tag is not mapped. Say To(\"…\"), or leave it out.");

    public static MappingMistake NegativeDelay() => new(
        "CRM4007", Where, null, "Delay(…) is less than zero, and nothing is seen before it happens. Give zero or more.");

    public static MappingMistake SaidTwice() => new(
        "CRM4008", Where, null, "it is called twice, and only the first one counts. Say everything in one call.");
}

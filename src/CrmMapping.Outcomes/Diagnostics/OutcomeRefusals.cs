using System.Globalization;

namespace CrmMapping.Outcomes;

/// <summary>Holds the words for every edit of outcomes that is refused, a method each: what is wrong, and what would be allowed.</summary>
internal static class OutcomeRefusals
{
    private const int MostNamed = 5;

    public static OutcomeRefusal UnknownTag(string tag, OutcomeRules rules) => new(
        OutcomeRefusalCode.UnknownTag, tag, null,
        rules.Tags.IsRead
            ? $"There is no tag {OutcomeWording.Quote(tag)}. {Instead(rules.Tags.Tags.Select(static other => other.Name), "Create it first")}"
            : $"The tag {OutcomeWording.Quote(tag)} is not known, as the tags were not read yet. Connect the telephony, then choose again.");

    public static OutcomeRefusal TagDeleted(CallTag tag, OutcomeRules rules) => new(
        OutcomeRefusalCode.TagDeleted, Id(tag), null,
        $"The tag {OutcomeWording.Quote(tag.Name)} was deleted, and is on no call any more. "
        + Instead(rules.Tags.Tags.Where(other => rules.Find(other.Id) is null).Select(static other => other.Name), "Create a tag first"));

    public static OutcomeRefusal TagHasRule(OutcomeRule rule) => new(
        OutcomeRefusalCode.TagHasRule, Id(rule.Tag), rule.Outcome.Id,
        $"The tag {OutcomeWording.Quote(rule.Tag.Name)} has a rule: {rule.Pair}. A tag has one: delete that rule first, or choose another tag.");

    public static OutcomeRefusal UnknownOutcome(string? tag, string outcome, OutcomeRules rules) => new(
        OutcomeRefusalCode.UnknownOutcome, tag, outcome,
        rules.Outcomes.ObservedAt is not null
            ? $"{OutcomeWording.Quote(outcome)} is not among the CRM's outcomes. {Instead(Labels(rules), "Create one in the CRM first")}"
            : $"{OutcomeWording.Quote(outcome)} is not known, as the CRM's outcomes were not read yet. Connect the account, then choose again.");

    public static OutcomeRefusal OutcomeDeleted(string? tag, OutcomeName outcome, OutcomeRules rules) => new(
        OutcomeRefusalCode.OutcomeDeleted, tag, outcome.Id,
        $"{OutcomeWording.Quote(outcome.Label)} was deleted in the CRM. {Instead(Labels(rules), "Create one in the CRM first")}");

    public static OutcomeRefusal NoSuchRule(string tag, OutcomeRules rules) => new(
        OutcomeRefusalCode.NoSuchRule, tag, null,
        $"The tag {OutcomeWording.Quote(tag)} has no rule. {Instead(rules.Rules.Select(static rule => rule.Tag.Name), "Add a rule first", "Tags with a rule")}");

    public static OutcomeRefusal TagNotUnique(string name, IEnumerable<CallTag> tags) => new(
        OutcomeRefusalCode.NameNotUnique, name, null,
        $"Several tags are named {OutcomeWording.Quote(name)}, but for upper and lower case: {OutcomeWording.All(tags.Select(static tag => tag.Name))}. Give the name to the letter.");

    public static OutcomeRefusal OutcomeNotUnique(string? tag, string name, IEnumerable<OutcomeName> outcomes) => new(
        OutcomeRefusalCode.NameNotUnique, tag, name,
        $"Several outcomes of the CRM are labelled {OutcomeWording.Quote(name)}. Give one by its id: {OutcomeWording.All(outcomes.Select(static outcome => outcome.Id))}.");

    public static string Id(CallTag tag) => Id(tag.Id);

    public static string Id(long tag) => tag.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Labels(OutcomeRules rules) => rules.Outcomes.Live.Select(static outcome => outcome.Label);

    private static string Instead(IEnumerable<string> names, string otherwise, string what = "There are")
    {
        string[] all = [.. names];
        return all.Length == 0 ? $"{otherwise}."
            : $"{what}: {string.Join(", ", all.Take(MostNamed).Select(OutcomeWording.Quote))}{(all.Length > MostNamed ? $" and {all.Length - MostNamed} more" : "")}.";
    }
}

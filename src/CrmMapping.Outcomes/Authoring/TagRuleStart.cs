namespace CrmMapping.Outcomes;

/// <summary>Holds the rule of a tag while it is written.</summary>
internal sealed class TagRuleStart(CallOutcomesBuilder builder, string tag) : ITagRuleStart
{
    public string Tag => tag;

    public bool IsEnded { get; private set; }

    public string Outcome { get; private set; } = "";

    public CallOutcomesBuilder To(string outcome)
    {
        (Outcome, IsEnded) = (outcome, true);
        return builder;
    }
}

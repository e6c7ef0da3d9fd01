namespace CrmMapping.Outcomes;

/// <summary>Says whether the outcome of a logged call is written anew.</summary>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Decision">What the call's tags decide now; where what is logged stands, that may differ from it.</param>
public readonly record struct OutcomePatch(PatchReason Reason, OutcomeDecision Decision)
{
    /// <summary>Gets whether something is written: <see cref="OutcomeDecision.Outcome"/> of the decision, where null clears what is logged.</summary>
    public bool IsNeeded => Reason == PatchReason.OutcomeChanged;

    /// <summary>Says it in words.</summary>
    /// <returns>For example <c>Write No answer: the rule of 'bad call' gives it.</c></returns>
    public override string ToString() => Reason switch
    {
        PatchReason.MappedTagsUnchanged => "What is logged stands: the tags that have a rule are the same as before.",
        PatchReason.OutcomeUnchanged => $"What is logged stands. {Decision}",
        _ => $"Write {Decision}",
    };
}

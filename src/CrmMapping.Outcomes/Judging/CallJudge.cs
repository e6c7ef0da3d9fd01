using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Decides the outcomes of one connection's calls under rules that stand.</summary>
internal sealed class CallJudge(CompiledOutcomeRules rules, EquatableArray<OutcomeRefusal> refusals) : ICallJudge
{
    public string History { get; } = OutcomeHistoryJson.Write(rules.Source.Outcomes);

    public EquatableArray<string> Refusals { get; } = refusals.Select(static refusal => refusal.ToString()).ToEquatableArray();

    public string? Decide(PhoneCall call, Instant at) => rules.Evaluate(Ended(call), at).Outcome?.Id;

    // Tags are not all that may come late: a message that was left makes another situation of a missed call.
    public string? Retag(LoggedActivity logged, PhoneCall call, Instant at)
    {
        ArgumentNullException.ThrowIfNull(logged);
        var now = Ended(call);
        if (logged.Situation != now.Situation)
        {
            return rules.Evaluate(now, at).Outcome?.Id;
        }

        var patch = rules.Retag(new LoggedCall(new EndedCall(now.Situation, logged.Tags.AsSpan()), logged.Outcome), now, at);
        return patch.IsNeeded ? patch.Decision.Outcome?.Id : logged.Outcome;
    }

    public string Explain(PhoneCall call, Instant at) => rules.Evaluate(Ended(call), at).ToString();

    public string Label(string? outcome) =>
        outcome is null ? OutcomeWording.NoOutcome : rules.Source.Outcomes.Find(outcome)?.Label ?? outcome;

    private static EndedCall Ended(PhoneCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new EndedCall(
            call.Situation ?? throw new ArgumentException("The call goes on and has no outcome yet. Wait for its end.", nameof(call)),
            [.. call.Tags.Select(static tag => tag.Id)]);
    }
}

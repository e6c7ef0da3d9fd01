using CrmMapping;
using CrmMapping.Outcomes;
using NodaTime;

namespace ReadmeCode;

internal static class OutcomesOfCalls
{
    public static void Say(CrmMappingBuilder crm)
    {
        // <readme:outcomes>
        crm.AddCallOutcomes(outcomes => outcomes
            .Default(CallSituation.OutboundAnswered, "Connected")      // a label of the CRM's outcomes, or an id
            .Default(CallSituation.OutboundUnanswered, "No answer")    // a situation that is not named has no outcome
            .MapTag("bad call").To("No answer")
            .MapTag("sold").To("Closed"));
        // </readme>
    }

    public static OutcomeDecision Decide(
        CallOutcomes written, IReadOnlyList<FieldOption> offered, IReadOnlyList<CallTag> tags, long badCall, long sold, Instant now)
    {
        // <readme:outcome-decision>
        var history = OutcomeHistory.Unread.Observe(offered, now);             // what the CRM offers; each later read is observed too
        var rules = written.Resolve(history, TagList.Of(tags), now).Rules;     // names become ids
        var compiled = rules.Compile();                                        // kept until rules, outcomes or tags change

        var decision = compiled.Evaluate(new EndedCall(CallSituation.OutboundAnswered, badCall), now);
        Console.WriteLine(decision.Outcome?.Id);                               // 73a0d17f-1163-4015-bdd5-ec830791da20
        Console.WriteLine(decision);                                           // No answer: 'bad call' gives it.

        // Connected: the default of OutboundAnswered, as 'bad call' and 'sold' give distinct outcomes.
        Console.WriteLine(compiled.Evaluate(new EndedCall(CallSituation.OutboundAnswered, badCall, sold), now));
        // </readme>
        return decision;
    }

    public static string? Patch(CompiledOutcomeRules compiled, LoggedCall logged, EndedCall now, Instant at)
    {
        // <readme:outcome-patch>
        var patch = compiled.Retag(logged, now, at);       // logged: the call as the CRM holds it, with the tags before
        if (patch.IsNeeded)
        {
            return patch.Decision.Outcome?.Id;             // to be written; null clears the outcome
        }
        // </readme>

        return logged.Outcome;
    }

    public static SavedOutcomeRules? Edit(OutcomeRules rules, OutcomeRules standing, long vip, long callback, Instant now)
    {
        // <readme:outcome-edit>
        var draft = rules.Edit();
        Console.WriteLine(draft.AddRule(vip, "f240"));     // OutcomeDeleted: 'Engaged' was deleted in the CRM. There are: …
        draft.AddRule(callback, "73a0");
        draft.SetDefault(CallSituation.InboundMissed, "73a0");
        Console.WriteLine(draft.Changes);                  // ~ InboundMissed: – ⇒ No answer, + callback → No answer
        Console.WriteLine(draft.Report(now));              // which tags contradict each other, which rules are in vain

        var result = draft.Save(standing, "ada", now);     // standing: what is saved now, with the accounts as last read
        Console.WriteLine(result);                         // The outcomes of calls are saved as version 4.
        // </readme>
        return result.Saved;
    }

    public static OutcomeRules? Keep(OutcomeRules rules, OutcomeHistory history, TagList tags)
    {
        // <readme:outcome-json>
        byte[] json = OutcomeRulesJson.Write(rules);       // what people decided
        var reading = OutcomeRulesJson.Read(json);         // the rules, or everything that is wrong with the text
        var read = reading.Rules is { } decided ? decided with { Outcomes = history, Tags = tags } : null;
        // </readme>
        return read;
    }
}

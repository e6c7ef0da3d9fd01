namespace CrmMapping;

/// <summary>Tells which decisions stand whose mappings have a condition: each is asked of the contact as the other writes will leave it.</summary>
internal sealed class ConditionalDecisions(CompiledMap map, object? contact, List<FieldDecision>? certain, List<FieldDecision> conditional)
{
    /// <summary>Gives the decisions; one whose condition does not hold is null.</summary>
    public FieldDecision?[] Settle()
    {
        // One condition may look at what another one lets through, so they are asked until nothing moves.
        var standing = new FieldDecision?[conditional.Count];
        for (var round = 0; round <= conditional.Count; round++)
        {
            var next = Ask(standing);
            if (next.AsSpan().SequenceEqual(standing))
            {
                return next;
            }

            standing = next;
        }

        // Conditions that contradict each other never come to rest: what keeps moving is held back.
        var last = Ask(standing);
        return [.. standing.Select((decision, index) => decision == last[index] ? decision : null)];
    }

    private FieldDecision?[] Ask(FieldDecision?[] standing)
    {
        var answers = new FieldDecision?[conditional.Count];
        object? common = null;
        for (var index = 0; index < answers.Length; index++)
        {
            var seen = standing[index] is { Written: SyncSide.Local }
                ? PlannedContact.Of(map, contact, Others(standing, index))
                : common ??= PlannedContact.Of(map, contact, Others(standing, except: -1));
            answers[index] = Ask(conditional[index], seen);
        }

        return answers;
    }

    private IEnumerable<FieldDecision> Others(FieldDecision?[] standing, int except) =>
        (certain ?? []).Concat(standing.Where((_, index) => index != except).OfType<FieldDecision>());

    private FieldDecision? Ask(FieldDecision decision, object seen)
    {
        try
        {
            return map.Access.Holds(decision.Ordinal, seen) ? decision : null;
        }
        catch (Exception failure)
        {
            // The condition is the host's code: where it fails, its field waits and the others go on.
            return decision.Wait(PlanMessages.ConditionFailed(decision.Mapping, failure));
        }
    }
}

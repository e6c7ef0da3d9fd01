namespace CrmMapping;

/// <summary>Words what was decided for a contact as entries of the journal, so that it can be explained and decided again.</summary>
internal static class PairJournal
{
    /// <summary>Gives an entry for each field that is about to be written; a create is one entry, made when it is done.</summary>
    public static IEnumerable<JournalEntry> OfWrites(Pair pair, ConnectionScope scope) => IsCreate(pair.Plan)
        ? []
        : pair.Plan.Decisions.Where(static d => d.Written is not null).Select(d => OfField(pair, d, scope));

    /// <summary>Gives the entries that are no writes: what was linked or created, and the fields that wait.</summary>
    public static IEnumerable<JournalEntry> OfOutcome(Pair pair, ConnectionScope scope)
    {
        if (IsCreate(pair.Plan))
        {
            // The base beside it holds the values of a create.
            return [Entry(pair, PlanReason.Created, scope) with { Written = pair.Plan.Kind == PlanKind.CreateInCrm ? SyncSide.Crm : SyncSide.Local }];
        }

        var waiting = pair.Plan.Decisions
            .Where(static d => d.Written is null && d.Reason is PlanReason.Parked or PlanReason.Refused)
            .Select(d => OfField(pair, d, scope));
        var whole = pair switch
        {
            { Moved: { } reason } => Entry(pair, reason, scope),
            { Plan.Kind: PlanKind.Link } => Entry(pair, PlanReason.Linked, scope),
            _ => null,
        };
        return whole is null ? waiting : waiting.Prepend(whole);
    }

    public static JournalEntry Entry(Pair pair, PlanReason reason, ConnectionScope scope) => new()
    {
        At = scope.Now,
        LocalId = pair.LocalId!,
        CrmId = pair.CrmId,
        Reason = reason,
        Stamp = scope.Context.Stamp,
    };

    private static bool IsCreate(ContactPlan plan) => plan.Kind is PlanKind.CreateInCrm or PlanKind.CreateLocally;

    private static JournalEntry OfField(Pair pair, FieldDecision decision, ConnectionScope scope) => Entry(pair, decision.Reason, scope) with
    {
        Field = decision.Mapping.Local.Key,
        Written = decision.Written,
        Local = decision.Local,
        Crm = decision.Crm,
        AgreedLocal = decision.AgreedLocal,
        AgreedCrm = decision.AgreedCrm,
        Evidence = decision.Evidence,
    };
}

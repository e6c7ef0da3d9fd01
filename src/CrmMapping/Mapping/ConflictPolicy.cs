namespace CrmMapping;

/// <summary>Says who wins when a field changed on both sides.</summary>
/// <remarks>
/// <para>A closed set of values; equal when they mean the same. What a blank may do is said beside it, a direction at a time
/// (<see cref="BlankRule"/>), and the two together give the named rules of well-known connectors:</para>
/// <list type="table">
/// <item><term>"prefer the CRM unless blank"</term><description><see cref="CrmWinsUnlessBlank"/></description></item>
/// <item><term>"always use the CRM"</term><description>direction ← with <c>Enforce()</c></description></item>
/// <item><term>"two-way"</term><description><see cref="LatestWins"/></description></item>
/// <item><term>"don't sync"</term><description>no mapping</description></item>
/// </list>
/// </remarks>
public abstract record ConflictPolicy
{
    private ConflictPolicy()
    {
    }

    /// <summary>Gets the policy by which the CRM's value wins. The default.</summary>
    public static ConflictPolicy CrmWins { get; } = new Side(ConflictWinner.Crm, UnlessBlank: false);

    /// <summary>Gets the policy by which the local value wins.</summary>
    public static ConflictPolicy LocalWins { get; } = new Side(ConflictWinner.Local, UnlessBlank: false);

    /// <summary>Gets the policy by which the CRM's value wins, but a blank of the CRM's loses.</summary>
    public static ConflictPolicy CrmWinsUnlessBlank { get; } = new Side(ConflictWinner.Crm, UnlessBlank: true);

    /// <summary>Gets the policy by which the local value wins, but a local blank loses.</summary>
    public static ConflictPolicy LocalWinsUnlessBlank { get; } = new Side(ConflictWinner.Local, UnlessBlank: true);

    /// <summary>Gets the policy by which the later change wins; on a tie, or where the times prove nothing, the CRM.</summary>
    public static ConflictPolicy LatestWins { get; } = new Latest();

    /// <summary>Gets the policy that parks the field as an issue until a person chooses.</summary>
    public static ConflictPolicy Manual { get; } = new Parks();

    /// <summary>Makes a policy of code.</summary>
    /// <param name="name">What the journal and screens call it.</param>
    /// <param name="decide">Decides; pure and safe to call from several threads.</param>
    /// <returns>The policy.</returns>
    public static ConflictPolicy Custom(string name, Func<FieldConflict, ConflictWinner> decide)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(decide);
        return new Code(name, decide);
    }

    /// <summary>Tells whether the CRM's own time of the field could change the decision.</summary>
    internal virtual bool AsksForTimes(in FieldEvidence evidence) => false;

    internal abstract ConflictDecision Decide(in FieldConflict conflict);

    private sealed record Side(ConflictWinner Winner, bool UnlessBlank) : ConflictPolicy
    {
        public override string ToString() => $"{Winner}Wins{(UnlessBlank ? "UnlessBlank" : "")}";

        internal override ConflictDecision Decide(in FieldConflict conflict)
        {
            var (own, other) = Winner == ConflictWinner.Crm
                ? (conflict.Crm, ConflictWinner.Local)
                : (conflict.Local, ConflictWinner.Crm);
            return UnlessBlank && own.IsBlank
                ? new(other, ConflictReason.OtherIsBlank, conflict.Evidence)
                : new(Winner, ConflictReason.Policy, conflict.Evidence);
        }
    }

    private sealed record Latest : ConflictPolicy
    {
        public override string ToString() => nameof(LatestWins);

        // Without a time of its own the local side cannot win, and where it is proved to be later it has won.
        internal override bool AsksForTimes(in FieldEvidence evidence) =>
            evidence.Local.Certainty == TimeCertainty.Field
            && evidence.Crm.Certainty != TimeCertainty.Field
            && !evidence.ProvesLocalIsLater;

        // The evidence knows whether a time is the field's or only the record's; anything unproved is the CRM's.
        internal override ConflictDecision Decide(in FieldConflict conflict) => conflict.Evidence.ProvesLocalIsLater
            ? new(ConflictWinner.Local, ConflictReason.Later, conflict.Evidence)
            : new(ConflictWinner.Crm, ConflictReason.LaterOrUnproved, conflict.Evidence);
    }

    private sealed record Parks : ConflictPolicy
    {
        public override string ToString() => nameof(Manual);

        internal override ConflictDecision Decide(in FieldConflict conflict) =>
            new(ConflictWinner.Parked, ConflictReason.AwaitsPerson, conflict.Evidence);
    }

    private sealed record Code(string Name, Func<FieldConflict, ConflictWinner> Ask) : ConflictPolicy
    {
        public override string ToString() => Name;

        internal override bool AsksForTimes(in FieldEvidence evidence) => evidence.Crm.Certainty != TimeCertainty.Field;

        internal override ConflictDecision Decide(in FieldConflict conflict) =>
            new(Ask(conflict), ConflictReason.Code, conflict.Evidence);
    }
}

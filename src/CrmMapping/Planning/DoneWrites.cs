namespace CrmMapping;

/// <summary>Holds what was about to be written for a contact, and tells what of it was done though nobody saved that.</summary>
/// <remarks>
/// <para>Without it our own value would be met as somebody's change, and fight with the next edit of the very field it came from.</para>
/// <para>What is not as it was before was written, and perhaps edited since. Who sets a field back to just what it was before is not told
/// from a write that was never done.</para>
/// </remarks>
internal sealed class DoneWrites
{
    /// <summary>Gets what the local side holds once the writes are done, canonical; unknown where nothing was to be done.</summary>
    public required RecordBuffer Local { get; init; }

    /// <summary>Gets what the CRM holds once they are done, likewise.</summary>
    public required RecordBuffer Crm { get; init; }

    /// <summary>Gets what the side that is written held before, likewise.</summary>
    public required RecordBuffer Before { get; init; }

    public required EquatableArray<int> ToLocal { get; init; }

    public required EquatableArray<int> ToCrm { get; init; }

    /// <summary>Gets the side on which the contact was to be created; null where both were there.</summary>
    public required SyncSide? Creates { get; init; }

    /// <summary>Makes what was done the base.</summary>
    public void AdoptInto(RecordBuffer agreedLocal, RecordBuffer agreedCrm, RecordBuffer local, RecordBuffer crm, PlanContext context)
    {
        for (var ordinal = 0; ordinal < context.Map.Count; ordinal++)
        {
            if (!Local.IsUnknown(ordinal) && !Crm.IsUnknown(ordinal) && IsDone(ordinal, local, crm, context))
            {
                agreedLocal.Copy(ordinal, Local);
                agreedCrm.Copy(ordinal, Crm);
            }
        }
    }

    /// <summary>Tells whether a record of the CRM holds everything that was to be written there.</summary>
    public bool AreAllInCrm(RecordBuffer crm, PlanContext context) =>
        ToCrm.Count > 0 && ToCrm.All(ordinal => Holds(crm, ordinal, Crm, context.Map[ordinal].Crm.Type, context));

    private bool IsDone(int ordinal, RecordBuffer local, RecordBuffer crm, PlanContext context) =>
        ToCrm.Contains(ordinal) ? !Holds(crm, ordinal, Before, context.Map[ordinal].Crm.Type, context)
        : ToLocal.Contains(ordinal) ? !Holds(local, ordinal, Before, context.Map[ordinal].Local.Type, context)
        : Creates is not null;

    private static bool Holds(RecordBuffer side, int ordinal, RecordBuffer wanted, FieldType type, PlanContext context) =>
        side.Same(ordinal, wanted) || SyncPlanner.Canonical(side, ordinal, type, context) == wanted.Value(ordinal);
}

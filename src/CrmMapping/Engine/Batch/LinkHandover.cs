namespace CrmMapping;

/// <summary>Gives the link of a contact to a record of another kind, with what the two were last brought together at.</summary>
internal static class LinkHandover
{
    /// <summary>Lets one contact of a batch take the place of another, which is the same one under the record that it had.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="from">The contact with its link and bases.</param>
    /// <param name="before">The kind of record that the link is of.</param>
    /// <param name="to">The record that the link goes to, as it was read.</param>
    /// <param name="after">That record's kind.</param>
    /// <param name="reason">Why it goes there.</param>
    public static void Give(Batch batch, Pair from, ConnectionScope before, Pair to, ConnectionScope after, PlanReason reason)
    {
        (to.LocalId, to.Local, to.LocalValues) = (from.LocalId, from.Local, after.ReadLocal(from.Local!, batch));
        to.Move(from.Link!, reason);
        (to.AgreedLocal, to.AgreedCrm) = (batch.Buffer(after.Map.Count), batch.Buffer(after.Map.Count));
        to.Unconfirmed = CarriedBases.Carry(
            new AgreedValues(before.Map, from.AgreedLocal!, from.AgreedCrm!, from.Unconfirmed),
            to.LocalValues, to.CrmValues!, after.Context, to.AgreedLocal, to.AgreedCrm);
        to.ShownPlan ??= from.ShownPlan;
        to.Intents.AddRange(from.Intents);
        to.TakeOver(batch, other => other.LocalId == to.LocalId);
    }
}

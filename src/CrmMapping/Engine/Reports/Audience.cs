namespace CrmMapping;

/// <summary>Tells who the members of a list are: one contact a phone number.</summary>
internal static class Audience
{
    public static IEnumerable<OperationLine> Lines(Batch batch, PlanContext context)
    {
        foreach (var pair in batch.Pairs.Where(static pair => pair.CrmValues is not null))
        {
            var phone = MatchKeys.Of(pair.CrmId!, pair.CrmValues!, SyncSide.Crm, context).Phone;
            yield return new OperationLine
            {
                Kind = phone is null ? OperationLineKind.LeftOut : OperationLineKind.Member,
                LocalId = pair.LocalId,
                CrmId = pair.CrmId,
                Text = phone ?? EngineMessages.LeftOutOfAudience,
                Fingerprint = phone,
            };
        }
    }
}

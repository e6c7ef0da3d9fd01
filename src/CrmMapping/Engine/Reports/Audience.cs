namespace CrmMapping;

/// <summary>Tells who the members of a list are: one contact a phone number.</summary>
internal static class Audience
{
    public static IEnumerable<OperationLine> Lines(Batch batch, ConnectionScope scope)
    {
        foreach (var pair in batch.All.Where(static pair => pair.CrmValues is not null))
        {
            var ignored = WhyIgnored(pair);
            var phone = ignored is null ? MatchKeys.Of(pair.CrmId!, pair.CrmValues!, SyncSide.Crm, scope.Find(pair.RecordType)!.Context).Phone : null;
            yield return new OperationLine
            {
                Kind = phone is null ? OperationLineKind.LeftOut : OperationLineKind.Member,
                LocalId = pair.LocalId,
                CrmId = pair.CrmId,
                RecordType = pair.RecordType,
                Text = phone ?? ignored ?? EngineMessages.LeftOutOfAudience,
                Fingerprint = phone,
            };
        }
    }

    private static string? WhyIgnored(Pair pair) => pair.ConvertedInto is not null
        ? EngineMessages.ConvertedLeftOut
        : pair.Issues.Find(static issue => issue.Code == IssueCode.DuplicateIgnored).Message;
}

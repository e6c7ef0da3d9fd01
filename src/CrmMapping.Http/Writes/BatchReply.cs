namespace CrmMapping.Http;

/// <summary>Says what a CRM answered to a batch, beyond the writes that ended by it.</summary>
public sealed class BatchReply
{
    private BatchReply()
    {
    }

    /// <summary>Gets the reply of a batch that may have been carried out: no answer arrived, or none that can be read.</summary>
    public static BatchReply Unanswered { get; } = new() { IsUnanswered = true };

    internal bool IsUnanswered { get; private init; }

    internal WriteRefusal? Refusal { get; private init; }

    internal IReadOnlyDictionary<PendingWrite, WriteRefusal> Refusals { get; private init; } = new Dictionary<PendingWrite, WriteRefusal>();

    /// <summary>Makes the reply of a batch of which nothing was carried out, as one of its writes or all are refused.</summary>
    /// <param name="refusal">Why.</param>
    /// <returns>The reply.</returns>
    public static BatchReply Refused(WriteRefusal refusal) => new() { Refusal = refusal };

    /// <summary>Makes the reply of a batch that was carried out but for some writes.</summary>
    /// <param name="refusals">Those, and why; writes that neither ended nor are here are missing in the answer.</param>
    /// <returns>The reply.</returns>
    public static BatchReply Taken(IReadOnlyDictionary<PendingWrite, WriteRefusal> refusals) => new() { Refusals = refusals };
}

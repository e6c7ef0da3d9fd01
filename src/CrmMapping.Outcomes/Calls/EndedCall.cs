namespace CrmMapping.Outcomes;

/// <summary>Describes a call that has ended: how, and the tags on it. A call that goes on has no outcome yet, whatever its tags.</summary>
/// <remarks>Compares by value; neither the order of the tags nor a repetition counts.</remarks>
public readonly record struct EndedCall
{
    /// <summary>Describes a call.</summary>
    /// <param name="situation">How it ended.</param>
    /// <param name="tags">The ids of its tags, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">The situation is none.</exception>
    public EndedCall(CallSituation situation, params ReadOnlySpan<long> tags)
    {
        if (!Enum.IsDefined(situation))
        {
            throw new ArgumentOutOfRangeException(nameof(situation), situation, "A call ends in one of the situations that are named.");
        }

        Situation = situation;
        Tags = Distinct(tags);
    }

    /// <summary>Gets how the call ended.</summary>
    public CallSituation Situation { get; }

    /// <summary>Gets the ids of the tags, sorted, each once.</summary>
    public EquatableArray<long> Tags { get; }

    /// <summary>Shows the call in a line.</summary>
    /// <returns>For example <c>OutboundAnswered, tags 12, 678</c>.</returns>
    public override string ToString() => $"{Situation}, {(Tags.Count == 0 ? "no tags" : $"tags {Tags}")}";

    private static EquatableArray<long> Distinct(ReadOnlySpan<long> tags)
    {
        if (tags.IsEmpty)
        {
            return [];
        }

        var sorted = tags.ToArray();
        Array.Sort(sorted);
        var count = 1;
        foreach (var tag in sorted.AsSpan(1))
        {
            if (tag != sorted[count - 1])
            {
                sorted[count++] = tag;
            }
        }

        return EquatableArray.Of<long>(sorted.AsSpan(0, count));
    }
}

using Microsoft.Extensions.Logging;

namespace CrmMapping;

/// <summary>Counts the phone numbers that come in and that their contact did not have, and has them looked up where the host buys look-ups.</summary>
internal sealed class NewNumbers(ConnectionScope scope, ILineTypeLookup? lookup)
{
    /// <summary>Tells how many numbers the plans of some contacts bring in, one that several of them share once.</summary>
    public static int Count(IEnumerable<Pair> pairs) => Of(pairs).Count;

    /// <summary>Has the numbers looked up that were written by now; a failure costs the look-up and nothing else.</summary>
    /// <returns>How many they are, looked up or not.</returns>
    public async Task<int> LookUpAsync(IEnumerable<Pair> pairs, CancellationToken cancellationToken)
    {
        var numbers = Of(pairs.Where(static pair => pair is { LocalId: not null, LocalResult.Outcome: LocalSaveOutcome.Saved }));
        if (lookup is null || numbers.Count == 0)
        {
            return numbers.Count;
        }

        try
        {
            await lookup.LookUpAsync(scope.Connection.Tenant, numbers, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            scope.Logger.LookUpFailed(failure, scope.Connection.Name, numbers.Count);
        }

        return numbers.Count;
    }

    private static List<NewNumber> Of(IEnumerable<Pair> pairs) =>
    [
        .. (from pair in pairs
            from decision in pair.Plan.Decisions
            where IsNew(decision)
            select new NewNumber(pair.LocalId ?? "", decision.Mapping.Local.Key, decision.NewValue.Text!)).DistinctBy(static n => n.Number),
    ];

    private static bool IsNew(FieldDecision decision) =>
        decision is { Written: SyncSide.Local, Mapping.Local.Type: FieldType.Phone, NewValue.Text: ['+', ..] };
}

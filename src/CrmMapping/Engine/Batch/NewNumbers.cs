using Microsoft.Extensions.Logging;

namespace CrmMapping;

/// <summary>Counts the phone numbers that come in and that their contact did not have, and has them looked up where the host buys look-ups.</summary>
internal sealed class NewNumbers(ConnectionScope scope, ILineTypeLookup? lookup)
{
    /// <summary>Tells how many numbers a contact's plan brings in.</summary>
    public static int Count(ContactPlan plan) => plan.Decisions.Count(IsNew);

    /// <summary>Has the numbers looked up that were written by now; a failure costs the look-up and nothing else.</summary>
    public async Task LookUpAsync(IEnumerable<Pair> pairs, CancellationToken cancellationToken)
    {
        List<NewNumber> numbers = lookup is null ? [] :
        [
            .. from pair in pairs
               where pair is { LocalId: not null, LocalResult.Outcome: LocalSaveOutcome.Saved }
               from decision in pair.Plan.Decisions
               where IsNew(decision)
               select new NewNumber(pair.LocalId!, decision.Mapping.Local.Key, decision.NewValue.Text!),
        ];
        if (numbers.Count == 0)
        {
            return;
        }

        try
        {
            await lookup!.LookUpAsync(scope.Connection.Tenant, [.. numbers.DistinctBy(static n => n.Number)], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            scope.Logger.LookUpFailed(failure, scope.Connection.Name, numbers.Count);
        }
    }

    private static bool IsNew(FieldDecision decision) =>
        decision is { Written: SyncSide.Local, Mapping.Local.Type: FieldType.Phone, NewValue.Text: ['+', ..] };
}

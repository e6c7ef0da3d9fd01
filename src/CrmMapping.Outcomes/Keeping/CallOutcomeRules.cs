using System.Text;
using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Keeps versions of rules where the calls of a connection are kept.</summary>
internal sealed class CallOutcomeRules(CallJudges judges, ICrmCalls calls, IClock clock) : ICallOutcomeRules
{
    public async Task<OutcomeResolution> ReadAsync(string connection, CancellationToken cancellationToken = default)
    {
        var read = await calls.ReadOutcomesAsync(connection, cancellationToken).ConfigureAwait(false);
        return judges.Resolve(read.Rules, read.History, read.Offered, read.Tags, clock.GetCurrentInstant());
    }

    public async Task<OutcomeSaveResult> SaveAsync(
        string connection, OutcomeDraft draft, string by, string? comment = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        while (true)
        {
            var standing = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
            var result = draft.Save(standing.Rules, by, clock.GetCurrentInstant(), comment);
            if (result.Saved is not { } saved
                || await calls.SaveOutcomeRulesAsync(ToVersion(connection, saved), cancellationToken).ConfigureAwait(false))
            {
                return result;
            }
        }
    }

    public async Task<IReadOnlyList<SavedOutcomeRules>> ReadVersionsAsync(
        string connection, int size, CancellationToken cancellationToken = default)
    {
        var versions = await calls.ReadOutcomeRulesAsync(connection, size, cancellationToken).ConfigureAwait(false);
        return [.. versions.Select(static version => new SavedOutcomeRules
        {
            Rules = CallJudges.Read(version), SavedAt = version.SavedAt, SavedBy = version.SavedBy, Comment = version.Comment,
        })];
    }

    private static OutcomeRulesVersion ToVersion(string connection, SavedOutcomeRules saved) => new()
    {
        Connection = connection,
        Number = saved.Rules.Version,
        Rules = Encoding.UTF8.GetString(OutcomeRulesJson.Write(saved.Rules)),
        SavedAt = saved.SavedAt,
        SavedBy = saved.SavedBy,
        Comment = saved.Comment,
    };
}

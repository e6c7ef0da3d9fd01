using NodaTime;

namespace CrmMapping;

/// <summary>Decides which outcome a call has. The application has one, or its calls are logged without outcomes.</summary>
/// <remarks>Decides alone: it reads and keeps nothing. Safe to call from several threads.</remarks>
public interface ICallOutcomes
{
    /// <summary>Makes what decides for one connection.</summary>
    /// <param name="rules">The version of the rules that was saved last; null when the code's own hold.</param>
    /// <param name="history">What was known of the CRM's outcomes; null when they were never read.</param>
    /// <param name="offered">The outcomes that the CRM offers now, all of them; null when they were not read anew.</param>
    /// <param name="tags">The tags that there are now, all of them; null when they are not known.</param>
    /// <param name="at">The time now.</param>
    /// <returns>What decides.</returns>
    /// <exception cref="FormatException">What was saved cannot be read.</exception>
    ICallJudge Open(
        OutcomeRulesVersion? rules, string? history, IReadOnlyList<FieldOption>? offered, IReadOnlyList<CallTag>? tags, Instant at);
}

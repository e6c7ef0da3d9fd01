using NodaTime;

namespace CrmMapping;

/// <summary>Decides which outcomes the calls of one connection have, under what its rules, outcomes and tags were when it was made.</summary>
/// <remarks>Safe to call from several threads.</remarks>
public interface ICallJudge
{
    /// <summary>Gets what is known of the CRM's outcomes, to be kept.</summary>
    string History { get; }

    /// <summary>Gets, a line each, what of the rules names an outcome or a tag that there is not, and is therefore left out.</summary>
    EquatableArray<string> Refusals { get; }

    /// <summary>Decides the outcome of a call that is to be logged.</summary>
    /// <param name="call">The call; it has ended.</param>
    /// <param name="at">The time now.</param>
    /// <returns>The CRM's id of the outcome; null for none.</returns>
    string? Decide(PhoneCall call, Instant at);

    /// <summary>Decides whether a logged call whose tags may have changed gets another outcome.</summary>
    /// <param name="logged">What is logged.</param>
    /// <param name="call">The call as it is now.</param>
    /// <param name="at">The time now.</param>
    /// <returns>The outcome that it has from now on, changed or not.</returns>
    string? Retag(LoggedActivity logged, PhoneCall call, Instant at);

    /// <summary>Explains in a line which outcome a call would have, and why.</summary>
    /// <param name="call">The call; it has ended.</param>
    /// <param name="at">The time now.</param>
    /// <returns>The line, for people.</returns>
    string Explain(PhoneCall call, Instant at);

    /// <summary>Says what people see of an outcome.</summary>
    /// <param name="outcome">The CRM's id of it; null for none.</param>
    /// <returns>Its label, the last one where it was deleted.</returns>
    string Label(string? outcome);
}

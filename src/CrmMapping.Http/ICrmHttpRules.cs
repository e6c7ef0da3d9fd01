using NodaTime;

namespace CrmMapping.Http;

/// <summary>Says how one account of a CRM behaves over HTTP: its address, its limits, its refusals and its words.</summary>
/// <remarks>One instance serves all sessions of a connection, from many threads at once.</remarks>
public interface ICrmHttpRules
{
    /// <summary>Gets the CRM's name, for logs and metrics.</summary>
    string Kind { get; }

    /// <summary>Gets the address that requests are relative to.</summary>
    Uri BaseAddress { get; }

    /// <summary>Gets how long one try may take.</summary>
    TimeSpan AttemptTimeout { get; }

    /// <summary>Gets the longest wait that is waited out; a longer one is thrown to the caller.</summary>
    TimeSpan Patience { get; }

    /// <summary>Gets the limit of a budget until an answer says otherwise.</summary>
    /// <param name="budget">The budget's name.</param>
    /// <returns>The limit.</returns>
    BudgetLimit Limit(string budget);

    /// <summary>Reads what an answer says of the limit of the budget that paid for it.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="now">The present.</param>
    /// <returns>What it says.</returns>
    LimitReport ReadLimits(CrmResponse response, Instant now);

    /// <summary>Says what to do after an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="attempt">The number of the try, from 1.</param>
    /// <param name="now">The present.</param>
    /// <returns>What to do.</returns>
    RetryAdvice Advise(CrmResponse response, int attempt, Instant now);

    /// <summary>Says what an answer that stands and is no success means for the connection.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="response">The answer.</param>
    /// <returns>What it means.</returns>
    RefusalMeaning Explain(CrmRequest request, CrmResponse response);
}

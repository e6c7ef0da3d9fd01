using System.Net;
using System.Net.Http.Headers;
using NodaTime;

namespace CrmMapping.Http;

/// <summary>Says how one account of a CRM behaves over HTTP: its address, its limits, its refusals and its words.</summary>
/// <remarks>One instance serves all sessions of a connection, from many threads at once.</remarks>
public interface ICrmHttpRules
{
    /// <summary>Gets the CRM's name, for logs and metrics.</summary>
    string Kind { get; }

    /// <summary>Gets the address that requests are relative to, unless the credentials name a server of the account's own.</summary>
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

    /// <summary>Tells whether an answer refuses the access token, so that another one may help.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>Unless overridden, true for the status 401.</returns>
    bool IsTokenRefused(CrmResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Status == HttpStatusCode.Unauthorized;
    }

    /// <summary>Puts on a request what every request carries: the credentials, and headers that the CRM wants always.</summary>
    /// <param name="message">The request.</param>
    /// <param name="credentials">The credentials; null where the request goes without.</param>
    /// <remarks>Unless overridden, the access token goes as a bearer token.</remarks>
    void Prepare(HttpRequestMessage message, CrmCredentials? credentials)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (credentials?.AccessToken is { } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace CrmMapping.Http;

/// <summary>Sends requests to one account of a CRM: within its limits, with a fresh token, and again where that helps.</summary>
/// <remarks>One instance serves all sessions of a connection, from many threads at once.</remarks>
public sealed class CrmHttpClient : IDisposable
{
    /// <summary>The name of the budget that pays for a request unless it says otherwise.</summary>
    public const string GeneralBudget = "general";

    private readonly ICrmHttpRules _rules;
    private readonly TokenKeeper _tokens;
    private readonly PaidExchange _exchange;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<Attempt> _pipeline;

    internal CrmHttpClient(
        Connection connection, ICrmHttpRules rules, TokenKeeper tokens, PaidExchange exchange, TimeProvider time, ILogger logger)
    {
        Connection = connection;
        _rules = rules;
        _tokens = tokens;
        _exchange = exchange;
        _logger = logger;
        _pipeline = RequestResilience.Build(rules, time, OnRetry);
    }

    /// <summary>Gets the connection that is served.</summary>
    public Connection Connection { get; }

    /// <summary>Sends a request and gives the answer that stands: any status that trying again would not mend.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The answer, to be disposed of; <see cref="CrmResponse.IsUnanswered"/> where none arrived to a request that may not be repeated.
    /// </returns>
    /// <exception cref="CrmException">The account could not be worked with, after all that can be done about it was done.</exception>
    public async Task<CrmResponse> SendAsync(CrmRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = RequestResilience.Enter(request, cancellationToken);
        try
        {
            var number = 0;
            var attempt = await _pipeline.ExecuteAsync(
                async inner => await AttemptAsync(request, ++number, inner.CancellationToken).ConfigureAwait(false),
                context).ConfigureAwait(false);
            return Conclude(request, attempt, number);
        }
        catch (BrokenCircuitException broken)
        {
            throw new CrmException(
                CrmFailure.Passing, Connection.Name,
                $"{_rules.Kind} has failed again and again, so it is left alone for a while. Work goes on by itself.", broken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Sends a request that must succeed, and reads its answer.</summary>
    /// <typeparam name="T">What is read from it.</typeparam>
    /// <param name="request">The request, one that may be repeated.</param>
    /// <param name="read">Reads the answer, which is disposed of afterwards.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="CrmException">The request was refused, or its answer cannot be read.</exception>
    public async Task<T> AskAsync<T>(CrmRequest request, Func<CrmResponse, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess ? Read(request, response, read) : throw Refused(request, response);
    }

    /// <summary>Reads an answer, or says that it is none.</summary>
    /// <typeparam name="T">What is read from it.</typeparam>
    /// <param name="request">What was asked.</param>
    /// <param name="response">The answer.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="CrmException">The answer is damaged, or of a form that the adapter does not know.</exception>
    public T Read<T>(CrmRequest request, CrmResponse response, Func<CrmResponse, T> read)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return read(response);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException)
        {
            // What was met stays out: it may quote the answer.
            throw new CrmException(
                CrmFailure.Passing, Connection.Name,
                $"{_rules.Kind}'s answer to '{request.Name}' cannot be read, so nothing of it was taken. It is asked again by itself; "
                + "if it stays so, a proxy damages answers, or the adapter does not know this version of the API.");
        }
    }

    /// <summary>Puts the refusal of a whole request into an exception that says what to do.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="response">The answer.</param>
    /// <returns>The exception, to be thrown.</returns>
    public CrmException Refused(CrmRequest request, CrmResponse response)
    {
        var (failure, message) = _rules.Explain(request, response);
        return new CrmException(failure, Connection.Name, message);
    }

    /// <inheritdoc />
    public void Dispose() => _exchange.Dispose();

    internal CrmHttpClient Follow(Connection saved)
    {
        _tokens.Follow(saved);
        return this;
    }

    private void OnRetry(CrmRequest request, Attempt attempt, TimeSpan wait)
    {
        attempt.Response?.Dispose();
        _logger.Retrying(Connection.Name, attempt.Advice.Reason ?? "no reason given", request.Name, wait);
    }

    private async Task<Attempt> AttemptAsync(CrmRequest request, int number, CancellationToken cancellationToken)
    {
        var credentials = request.IsAuthorized ? await _tokens.GetAsync(cancellationToken).ConfigureAwait(false) : null;
        var attempt = await _exchange.SendAsync(request, credentials, number, cancellationToken).ConfigureAwait(false);
        if (credentials is null || attempt.Response is not { } answer || !_rules.IsTokenRefused(answer))
        {
            return attempt;
        }

        // Once with another token: a token may end early, or have been replaced by a person.
        if (await _tokens.ReplaceAsync(credentials.AccessToken!, cancellationToken).ConfigureAwait(false) is not { } other)
        {
            return attempt;
        }

        answer.Dispose();
        return await _exchange.SendAsync(request, other, number, cancellationToken).ConfigureAwait(false);
    }

    private CrmResponse Conclude(CrmRequest request, Attempt attempt, int number)
    {
        switch (attempt.Advice.Kind)
        {
            case RetryKind.Accept:
                return attempt.Response!;
            case RetryKind.MaybeProcessed when !request.IsRepeatable:
                attempt.Response?.Dispose();
                _logger.Unanswered(Connection.Name, request.Name);
                return CrmResponse.Unanswered();
            default:
                attempt.Response?.Dispose();
                throw GivenUp(request, attempt, number);
        }
    }

    private CrmException GivenUp(CrmRequest request, Attempt attempt, int number)
    {
        var reason = attempt.Advice.Reason ?? "there was no answer";
        _logger.GivenUp(Connection.Name, request.Name, number, reason);
        return attempt.Advice.Wait is { } wait && wait > _rules.Patience
            ? _exchange.Postponed(reason, wait, attempt.Error)
            : new CrmException(
                CrmFailure.Passing, Connection.Name,
                $"'{request.Name}' was tried {number} times in vain: {reason}. It is tried again later by itself.", attempt.Error);
    }
}

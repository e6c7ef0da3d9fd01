using CrmMapping.Emulators.Salesforce;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Extensions;

namespace CrmMapping.Emulators;

/// <summary>Serves a Salesforce org on 127.0.0.1: its API, its limits, its habits, and faults on request. May be shared between threads.</summary>
public sealed class SalesforceEmulator : IAsyncDisposable
{
    private readonly SalesforceOrg _org;
    private readonly SalesforceApi _api;
    private readonly OutboundSender _sender;
    private readonly CancellationTokenSource _stopping = new();
    private readonly AdminApi _admin;
    private readonly Task _flow;
    private LoopbackHost? _host;

    private SalesforceEmulator(SalesforceOrg org, SalesforceApi api, FaultInjector faults, RequestLog log, OutboundSender sender)
    {
        (_org, _api, _sender) = (org, api, sender);
        (Faults, Requests) = (faults, log);
        Contacts = new SalesforceRecords(org, org.Contacts);
        Leads = new SalesforceRecords(org, org.Leads);
        Tasks = new SalesforceRecords(org, org.Table("Task"));
        Users = new SalesforceUsers(org);
        Fields = new SalesforceFields(org);
        Views = new SalesforceViews(org);
        _admin = new AdminApi(new SalesforceAccount(this, org));
        _flow = org.Options.SendsWebhooksByItself ? FlowAsync(_stopping.Token) : Task.CompletedTask;
    }

    /// <summary>Gets the address to use instead of <c>https://login.salesforce.com</c> and of the org's own, which are one here.</summary>
    public Uri BaseAddress => _host!.BaseAddress;

    /// <summary>Gets the first of the sessions that are let in without a login.</summary>
    public string AccessToken => _org.Options.AccessTokens[0];

    /// <summary>Gets the contacts, as a person at the screen sees them.</summary>
    public SalesforceRecords Contacts { get; }

    /// <summary>Gets the leads.</summary>
    public SalesforceRecords Leads { get; }

    /// <summary>Gets the tasks, calls that were logged among them, as a person at the org's screen sees and edits them.</summary>
    public SalesforceRecords Tasks { get; }

    /// <summary>Gets the users and queues.</summary>
    public SalesforceUsers Users { get; }

    /// <summary>Gets the fields of every object.</summary>
    public SalesforceFields Fields { get; }

    /// <summary>Gets the list views, reports and campaigns.</summary>
    public SalesforceViews Views { get; }

    /// <summary>Gets the outbound messages.</summary>
    public SalesforceOutboundMessages OutboundMessages => _org.OutboundMessages;

    /// <summary>Gets the sessions.</summary>
    public SalesforceOAuth OAuth => _org.OAuth;

    /// <summary>Gets what goes wrong.</summary>
    public FaultInjector Faults { get; }

    /// <summary>Gets what was asked.</summary>
    public RequestLog Requests { get; }

    /// <summary>Gets how many requests to the API came since the start or the last reset.</summary>
    public long RequestCount => Requests.Count;

    /// <summary>Gets or sets whether requests are limited.</summary>
    public bool LimitsEnabled
    {
        get { lock (_org.Gate) return _org.Limits.Enabled; }
        set { lock (_org.Gate) _org.Limits.Enabled = value; }
    }

    /// <summary>Gets or sets the duplicate rules, in the order in which they are tried.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<SalesforceDuplicateRule> DuplicateRules
    {
        get { lock (_org.Gate) return _org.DuplicateRules; }
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_org.Gate)
                _org.DuplicateRules = [.. value];
        }
    }

    /// <summary>Gets or sets the validation rules, which describe calls do not show.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<SalesforceValidationRule> ValidationRules
    {
        get { lock (_org.Gate) return _org.ValidationRules; }
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_org.Gate)
                _org.ValidationRules = [.. value];
        }
    }

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves; null means the defaults.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The emulator, ready for requests.</returns>
    /// <exception cref="ArgumentException">There is no access token, or a limit is below 1.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<SalesforceEmulator> StartAsync(SalesforceEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SalesforceEmulatorOptions();
        Check(options);
        var clock = options.Clock ?? options.TimeProvider.ToClock();
        var (faults, log) = (new FaultInjector(options.Seed), new RequestLog());
        var sender = new OutboundSender(TimeSpan.FromSeconds(5));
        var org = new SalesforceOrg(options, clock, sender);
        var emulator = new SalesforceEmulator(org, new SalesforceApi(org, faults, log, clock), faults, log, sender);
        try
        {
            emulator._host = await LoopbackHost.StartAsync(options.Port, emulator.HandleAsync, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Gives the records of another object, such as <c>Account</c>, <c>Task</c> or <c>CampaignMember</c>.</summary>
    /// <param name="objectName">The object.</param>
    /// <returns>Its records.</returns>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public SalesforceRecords Records(string objectName) => new(_org, _org.Table(objectName));

    /// <summary>Loses the cursors of all queries: their next pages are refused.</summary>
    public void LoseCursors()
    {
        lock (_org.Gate)
            _org.Cursors.Lose();
    }

    /// <summary>Lets the next bulk job that writes break down: what it wrote stays, the rest is not processed.</summary>
    /// <param name="afterRows">After how many rows; 0 or more.</param>
    public void BreakNextJob(int afterRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterRows);
        lock (_org.Gate)
            _org.JobBreaksAfter = afterRows;
    }

    /// <summary>Erases what lies in the recycle bin, as its 15 days would.</summary>
    public void EmptyRecycleBin()
    {
        lock (_org.Gate)
            _org.EmptyBin(all: true);
    }

    /// <summary>Forgets records, jobs, views, requests, faults, waiting messages and used limits. Fields, users, rules and sessions stay.</summary>
    public void Reset()
    {
        lock (_org.Gate)
        {
            _org.Clear();
            _org.Limits.Reset();
        }

        Faults.Clear();
        Requests.Reset();
    }

    /// <summary>Stops serving.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _flow.ConfigureAwait(false);
        if (_host is not null)
            await _host.DisposeAsync().ConfigureAwait(false);
        _sender.Dispose();
        _stopping.Dispose();
    }

    private Task HandleAsync(HttpContext context) =>
        AdminApi.Serves(context) ? _admin.HandleAsync(context) : _api.HandleAsync(context);

    private static void Check(SalesforceEmulatorOptions options)
    {
        if (options.AccessTokens.Count is 0)
            throw new ArgumentException("AccessTokens is empty. Give at least one token.", nameof(options));
        if (options.DailyLimit < 1)
            throw new ArgumentException("DailyLimit is 1 or more. Turn limits off with LimitsEnabled.", nameof(options));
    }

    private async Task FlowAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), _org.Options.TimeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
                await _org.OutboundMessages.DeliverDueAsync(_org.Now, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The emulator stops.
        }
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Holds requests of a host back, those with something in their address, until they are let go.</summary>
internal sealed class HeldRequests(string inAddress, string client = "HubSpot")
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Uri? _crm;

    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets a task that ends when a request is held.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public Task First => _first.Task.WaitAsync(Patience);

    public void LetGo() => _letGo.SetResult();

    public void Hold(IServiceCollection services) =>
        services.AddHttpClient(client).AddHttpMessageHandler(() => new Handler(this));

    /// <summary>Holds the requests of one CRM alone.</summary>
    public void HoldAt(IServiceCollection services, Uri crm)
    {
        _crm = crm;
        Hold(services);
    }

    private async Task PassAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.PathAndQuery.Contains(inAddress, StringComparison.Ordinal) && _crm?.IsBaseOf(address) != false)
        {
            _first.TrySetResult();
            await _letGo.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class Handler(HeldRequests held) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await held.PassAsync(request.RequestUri!, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}

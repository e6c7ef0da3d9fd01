using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrmMapping.Aircall.Tests;

/// <summary>Takes an emulated company's webhooks on loopback and has the adapter read them.</summary>
internal sealed class Hook : IAsyncDisposable
{
    private readonly ConcurrentQueue<PhoneCall> _calls = new();
    private readonly AircallCompany _company;
    private readonly WebApplication _application;

    private Hook(AircallCompany company)
    {
        _company = company;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.MapPost("/aircall", TakeAsync);
    }

    /// <summary>Gets the calls that were told, in the order in which they came.</summary>
    public IReadOnlyCollection<PhoneCall> Calls => _calls;

    public static async Task<Hook> StartAsync(AircallCompany company)
    {
        var hook = new Hook(company);
        await hook._application.StartAsync();
        company.Emulator.Webhooks.Url = new Uri(new Uri(hook._application.Urls.Single()), "/aircall");
        return hook;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var reading = _company.Adapter.Read(
            new WebhookRequest("POST", "https://host.example.com/aircall", body.ToArray(), _ => null),
            [(AircallCompany.Account, _company.Key with { WebhookTokens = [_company.Emulator.Webhooks.Token!] })]);
        reading.Verdict.Should().Be(WebhookVerdict.Genuine);
        foreach (var call in reading.Calls)
        {
            _calls.Enqueue(call);
        }
    }
}

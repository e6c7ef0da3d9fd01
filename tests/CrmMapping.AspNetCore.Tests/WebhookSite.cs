using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrmMapping.AspNetCore.Tests;

/// <summary>An application that receives webhooks, and what came of them.</summary>
internal sealed class WebhookSite : IAsyncDisposable
{
    public const string Address = "http://localhost/crm-webhooks/invented";

    private readonly WebApplication _application;

    private WebhookSite(Action<CrmMappingBuilder> crms, Action<CrmWebhookOptions>? webhooks)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Services
            .AddSingleton((ISyncStore)(object)Store)
            .AddSingleton<IChangeQueue>(WakeUps)
            .AddSingleton<IConnectionStore>(Connections)
            .AddSingleton<TimeProvider>(Time)
            .AddCrmMapping(crm => crms(crm.UseContacts<Contact, NoContacts>()));
        if (webhooks is not null)
        {
            builder.Services.AddCrmMapping(crm => crm.Webhooks(webhooks));
        }

        _application = builder.Build();
        _application.MapCrmMappingWebhooks();
    }

    public KeptNotices Store { get; } = KeptNotices.Make();

    public WakeUps WakeUps { get; } = new();

    public StoredConnections Connections { get; } = new();

    public LoggedLines Log { get; } = new();

    public FrozenTime Time { get; } = new();

    public IServiceProvider Services => _application.Services;

    public static Task<WebhookSite> StartAsync(Action<CrmWebhookOptions>? webhooks = null) =>
        StartAsync(crm => InventedBuilder.Add(crm, "Invented"), webhooks);

    public static async Task<WebhookSite> StartAsync(Action<CrmMappingBuilder> crms, Action<CrmWebhookOptions>? webhooks = null)
    {
        var site = new WebhookSite(crms, webhooks);
        await site._application.StartAsync();
        return site;
    }

    public Task<HttpResponseMessage> SendAsync(string body, string url = Address, string? signature = null) =>
        SendAsync(new StringContent(body), url, signature ?? InventedCrm.Sign(url, body));

    public Task<HttpResponseMessage> SendAsync(HttpContent body, string url, string signature, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = body };
        request.Headers.Add(InventedCrm.Signature, signature);
        return SendAsync(request, cancellationToken);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default) =>
        _application.GetTestClient().SendAsync(request, cancellationToken);

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}

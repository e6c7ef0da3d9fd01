using System.Net;
using System.Text.Json;
using CrmMapping;
using CrmMapping.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace QuickStart;

/// <summary>Keeps both sides in sync as a web application does: the CRM's webhooks come in, polls make good what they miss.</summary>
internal static class WatchRun
{
    public static async Task StartAsync(
        RunSettings run, EmulatorProcess emulator, Action<IServiceCollection, RunSettings> addContactSync, Screen screen, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        addContactSync(builder.Services, run);
        await using var app = builder.Build();
        app.MapCrmMappingWebhooks("/crm-webhooks");
        app.MapPatch("/contacts/{id}", (string id, HttpRequest request, SqliteContacts<Contact> contacts, ICrmConnections crms, CancellationToken ended) =>
            EditAsync(emulator.Crm.Name, id, request, contacts, crms, ended));
        await app.StartAsync(stop);

        var here = new Uri(app.Urls.First());
        await emulator.Admin.SendWebhooksAsync(emulator.Crm.WebhookAddress(new Uri(here, "/crm-webhooks"), emulator.ToAccount()), stop);
        var links = await app.Services.GetRequiredService<ISyncStore>()
            .ReadLinkPageAsync(emulator.Crm.Name, null, WatchScript.Edits + 2, stop);
        var sync = await app.Services.GetRequiredService<ICrmConnections>().GetAsync(emulator.Crm.Name, stop);
        var arrivals = await FromNowAsync(app.Services, sync, emulator.Admin, screen, stop);
        Invite(screen, here, emulator, links);
        var script = new WatchScript(
            [.. links.Take(WatchScript.Edits)], app.Services.GetRequiredService<SqliteContacts<Contact>>(), sync, emulator);
        await UntilAsync(run.WatchFor, ended => Task.WhenAll(arrivals.ShowAsync(ended), script.PlayAsync(ended)), stop);
        screen.Line($"  Stopped: {arrivals.Summary}");
    }

    // Whoever is invited may edit at once, so what arrives counts from before.
    private static async Task<Arrivals> FromNowAsync(
        IServiceProvider services, ICrmSync sync, EmulatorAdmin crm, Screen screen, CancellationToken stop)
    {
        var feed = services.GetRequiredService<IContactChangeFeed>();
        var now = await feed.ReadChangesAsync(sync.Connection.Tenant, position: null, size: 1, stop);
        return new Arrivals(sync, feed, now.Next, services.GetRequiredService<IClock>(), crm, screen);
    }

    private static async Task UntilAsync(TimeSpan? time, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (time is { } limit)
        {
            ended.CancelAfter(limit);
        }

        try
        {
            await work(ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Watching ends so, by Ctrl-C or by --for.
        }
    }

    // Contacts that the script leaves alone, one for each side, so that no edit meets another.
    private static void Invite(Screen screen, Uri here, EmulatorProcess emulator, IReadOnlyList<ContactLink> links)
    {
        var (crm, field) = (emulator.Account.Address, emulator.Crm.Fields);
        screen.Title("Watch: edits cross as they are made. From another terminal, too; Ctrl-C ends.");
        screen.Line($$"""  here        curl -X PATCH {{here}}contacts/{{links[^1].LocalId}} -d '{"City":"Porto"}'""");
        screen.Line($$"""  in the CRM  curl -X PATCH {{crm}}_emulator/contacts/{{links[Math.Max(0, links.Count - 2)].CrmId}} -d '{"{{field[nameof(Contact.City)]}}":"Lisboa"}'""");
        screen.Line($$"""  a new one   curl -X POST '{{crm}}_emulator/contacts?webhooks=true' -d '{"{{field[nameof(Contact.Email)]}}":"mia@example.com","{{field[nameof(Contact.FirstName)]}}":"Mia"}'""");
        screen.Line($$"""  no webhooks, polls alone from now on: curl -X PUT {{crm}}_emulator/webhooks -d '{"url":null}'""");
        screen.Line();
    }

    private static async Task<IResult> EditAsync(
        string connection, string id, HttpRequest request, SqliteContacts<Contact> contacts, ICrmConnections crms, CancellationToken stop)
    {
        if (await ReadValuesAsync(request, stop) is not { } values)
        {
            return Refuse(400, """The body is no object of fields and texts, such as {"City":"Porto"}.""");
        }

        if (values.Keys.FirstOrDefault(name => ContactFields.Find(name) is null) is { } unknown)
        {
            return Refuse(400, $"'{unknown}' is no field of a contact. Fields: {ContactFields.Names}.");
        }

        if (!await contacts.UpdateAsync(id, contact => ContactFields.Set(contact, values), cancellationToken: stop))
        {
            return Refuse(404, $"There is no contact '{id}'.");
        }

        await (await crms.GetAsync(connection, stop)).NoticeLocalChangeAsync(id, stop);
        return Results.Ok((await contacts.FindAsync(id, cancellationToken: stop))?.Contact);
    }

    private static IResult Refuse(int status, string message) => Results.Text($"{message}\n", statusCode: status);

    private static async Task<Dictionary<string, string?>?> ReadValuesAsync(HttpRequest request, CancellationToken stop)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Dictionary<string, string?>>(request.Body, cancellationToken: stop);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

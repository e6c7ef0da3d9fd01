using System.Net;
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
        app.MapPatch("/contacts/{id}", EditAsync);
        await app.StartAsync(stop);

        var here = new Uri(app.Urls.First());
        await emulator.Admin.SendWebhooksAsync(new Uri(here, "/crm-webhooks"), stop);
        Invite(screen, here, emulator.Account.Address);
        var sync = await app.Services.GetRequiredService<ICrmConnections>().GetAsync(EmulatedRun.Connection, stop);
        var arrivals = new Arrivals(
            sync, app.Services.GetRequiredService<IContactChangeFeed>(), app.Services.GetRequiredService<IClock>(), emulator.Admin, screen);
        var script = new WatchScript(
            app.Services.GetRequiredService<ISyncStore>(), app.Services.GetRequiredService<SqliteContacts<Contact>>(), sync, emulator.Admin);
        await UntilAsync(run.WatchFor, ended => Task.WhenAll(arrivals.ShowAsync(ended), script.PlayAsync(ended)), stop);
        screen.Line($"  Stopped: {arrivals.Summary}");
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

    private static void Invite(Screen screen, Uri here, Uri crm)
    {
        screen.Title("Watch: edit either side from another terminal. Ctrl-C ends.");
        screen.Line($$$"""
              curl -X PATCH {{{here}}}contacts/1 -H 'Content-Type: application/json' -d '{"City":"Porto"}'
              curl -X PATCH {{{crm}}}_emulator/contacts/101 -d '{"city":"Lisboa"}'
            """);
    }

    private static async Task<IResult> EditAsync(
        string id, Dictionary<string, string?> values, SqliteContacts<Contact> contacts, ICrmConnections crms, CancellationToken stop)
    {
        if (values.Keys.FirstOrDefault(name => ContactFields.Find(name) is null) is { } unknown)
        {
            return Results.BadRequest($"'{unknown}' is no field of a contact. Fields: {ContactFields.Names}.");
        }

        if (!await contacts.UpdateAsync(id, contact => ContactFields.Set(contact, values), cancellationToken: stop))
        {
            return Results.NotFound($"There is no contact '{id}'.");
        }

        await (await crms.GetAsync(EmulatedRun.Connection, stop)).NoticeLocalChangeAsync(id, stop);
        return Results.NoContent();
    }
}

using System.Net;
using CrmMapping.Emulators.Aircall;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Aircall;

public sealed class The_tries_of_a_webhook
{
    [Fact]
    public async Task Are_fifty_within_half_a_day_further_and_further_apart()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answers = HttpStatusCode.InternalServerError;
        using var sender = new WebhookSender(TimeSpan.FromSeconds(5));
        var time = new ManualTime();
        var company = new Company(new AircallEmulatorOptions(), time, sender);
        company.Subscriptions.Add(receiver.Url, "Sync", ["call.created"]);
        company.Desk.Start(new AircallPlay(), company.Now);
        List<int> tries = [];

        for (var second = 0; second < 50_000; second++)
        {
            if (await company.DeliverDueAsync(CancellationToken.None) > 0)
                tries.Add(second);
            time.Advance(Duration.FromSeconds(1));
        }

        tries.Take(6).Should().Equal(0, 1, 3, 7, 15, 31);
        tries.Should().HaveCount(50).And.OnlyContain(static second => second < 12 * 3600);
        receiver.Deliveries.Should().HaveCount(50);
    }

    [Fact]
    public async Task Wait_until_what_they_tell_has_happened()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var sender = new WebhookSender(TimeSpan.FromSeconds(5));
        var time = new ManualTime();
        var company = new Company(new AircallEmulatorOptions(), time, sender);
        company.Subscriptions.Add(receiver.Url, "Sync", ["call.hungup", "call.ended", "call.voicemail_left"]);
        var call = company.Desk.Start(new AircallPlay { LeavesVoicemail = true }, company.Now);
        company.Desk.HangUp(call, company.Now);
        List<int> told = [];

        for (var second = 0; second < 60; second++)
        {
            for (var taken = await company.DeliverDueAsync(CancellationToken.None); taken > 0; taken--)
                told.Add(second);
            time.Advance(Duration.FromSeconds(1));
        }

        told.Should().Equal(0, 30, 33);
    }
}

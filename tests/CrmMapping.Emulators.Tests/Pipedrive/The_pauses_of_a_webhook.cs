using System.Net;
using CrmMapping.Emulators.Pipedrive;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class The_pauses_of_a_webhook
{
    [Fact]
    public async Task Are_3_30_and_150_seconds()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answers = HttpStatusCode.InternalServerError;
        using var sender = new WebhookSender(TimeSpan.FromSeconds(10));
        var time = new ManualTime();
        var company = new Company(new PipedriveEmulatorOptions(), time, sender);
        company.Subscriptions.Add(receiver.Url, "*", "*", "Sync", 4400, null, null);
        company.Editor.Create(static person => person.Name = "Ines", 4400, byApi: false);
        List<int> tries = [];

        for (var second = 0; second <= 200; second++)
        {
            if (await company.Subscriptions.DeliverAsync(time.GetCurrentInstant(), CancellationToken.None) > 0)
                tries.Add(second);
            time.Advance(Duration.FromSeconds(1));
        }

        tries.Should().Equal(0, 3, 33, 183);
        receiver.Deliveries.Should().HaveCount(4).And.OnlyContain(delivery => !delivery.Headers.ContainsKey("Authorization"));
    }
}

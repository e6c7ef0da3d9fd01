using System.Buffers;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Keeps events and sends them: again only after a 429, six times at most, ten minutes apart.</summary>
internal sealed class ContactOutbox(Location location, WebhookSender sender)
{
    private const int Retries = 6;

    private static readonly Duration Pause = Duration.FromMinutes(10);

    private readonly WebhookSigner _signer = new(location.Options);
    private long _last;

    public WebhookOutbox<ContactNews> Waiting { get; } = new(
        location.Options.Seed, batchSize: 1, Retries, attempt => Pause + Duration.FromSeconds(Seeded.Below(60, location.Options.Seed, attempt, 81)));

    public Uri? Url { get; set; }

    /// <summary>Gets how many events were lost, as the answer to them was neither a yes nor a 429.</summary>
    public int Lost { get; private set; }

    public string PublicKey => _signer.PublicKey;

    public string OlderPublicKey => _signer.OlderPublicKey;

    public void Tell(string kind, Contact? contact)
    {
        if (Url is not null)
            Waiting.Add(new ContactNews(kind, contact?.Copy(), location.Now, Seeded.NewGuid(location.Options.Seed, ++_last, 82)), location.Now);
    }

    public async Task<int> DeliverAsync(Instant? due, CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var batch in Waiting.Take(due))
        {
            taken++;
            if (Url is not { } url)
                continue;
            var body = Write(batch[0].Event);
            var status = await sender.PostAsync(url, body, _signer.Sign(body), cancellationToken).ConfigureAwait(false);
            if (status == 429)
                Waiting.Refused(batch, location.Now);
            else if (status is < 200 or >= 300)
                Lost++;
        }

        return taken;
    }

    private ReadOnlyMemory<byte> Write(ContactNews news)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Answer.Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", news.Kind);
            json.WriteString("locationId", location.Options.LocationId);
            json.WriteString("appId", location.Options.AppId);
            if (news.Contact is { } contact)
            {
                json.WriteString("id", contact.Id);
                new ContactWriter(location).WriteTold(json, contact, news.Kind);
            }
            else
            {
                json.WriteString("companyId", location.Options.CompanyId);
            }

            json.WriteString("timestamp", ContactWriter.Time(news.At));
            json.WriteString("webhookId", news.Id);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}

using System.Text.Json;
using NodaTime.Text;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Answers for webhooks.</summary>
internal static class WebhookEndpoints
{
    private static readonly InstantPattern Milliseconds = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    public static void List(AircallRequest request) =>
        request.SucceedWithPage("webhooks", request.Company.Subscriptions.All, (json, subscription) => Write(request, json, subscription));

    public static void Get(AircallRequest request)
    {
        var subscription = Find(request);
        request.Succeed("webhook", json => Write(request, json, subscription));
    }

    public static void Create(AircallRequest request)
    {
        if (request.Company.Subscriptions.All.Count >= SubscriptionBook.Most)
            throw AircallProblem.Invalid($"A company has at most {SubscriptionBook.Most} webhooks");
        var added = request.Company.Subscriptions.Add(
            Url(request) ?? throw AircallProblem.Invalid("url is missing"), request.Body.Text("custom_name"), Events(request) ?? EventNames.All);
        request.Succeed("webhook", json => Write(request, json, added), 201);
    }

    // Whoever leaves the events out is told all of them, on an update too.
    public static void Update(AircallRequest request)
    {
        var known = Find(request);
        var events = (Events(request), request.Query("events_action")) switch
        {
            (null, _) => EventNames.All,
            ({ } told, "add") => [.. known.Events.Union(told)],
            ({ } told, "remove") => [.. known.Events.Except(told)],
            ({ } told, _) => told,
        };
        var isEnabled = request.Body.Flag("active");
        var changed = known with
        {
            Url = Url(request) ?? known.Url,
            Name = request.Body.Text("custom_name") ?? known.Name,
            Events = events,
            IsActive = isEnabled || (known.IsActive && request.Body.Text("active") is not "false"),
            Failures = isEnabled ? 0 : known.Failures,
        };
        request.Company.Subscriptions.Change(changed);
        request.Succeed("webhook", json => Write(request, json, changed));
    }

    public static void Delete(AircallRequest request)
    {
        request.Company.Subscriptions.Remove(Find(request).Id);
        request.Answer.Status = 204;
    }

    private static Subscription Find(AircallRequest request) =>
        Guid.TryParse(request.Path[2], out var id) && request.Company.Subscriptions.Find(id) is { } found
            ? found
            : throw AircallProblem.NotFound("Webhook", request.Path[2]);

    private static Uri? Url(AircallRequest request) => request.Body.Text("url") switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "https" || url.IsLoopback) => url,
        _ => throw AircallProblem.Invalid("url must be a valid https address"),
    };

    private static IReadOnlyList<string>? Events(AircallRequest request) => request.Body.TextList("events") switch
    {
        null or [] => null,
        var names => names.FirstOrDefault(static name => !EventNames.All.Contains(name)) is { } unknown
            ? throw AircallProblem.Invalid($"{unknown} is no event")
            : names,
    };

    private static void Write(AircallRequest request, Utf8JsonWriter json, Subscription subscription)
    {
        json.WriteStartObject();
        json.WriteString("webhook_id", subscription.Id);
        json.WriteString("direct_link", request.Company.Link($"/v1/webhooks/{subscription.Number}"));
        json.WriteString("created_at", Milliseconds.Format(subscription.AddedAt));
        json.WriteString("url", subscription.Url.AbsoluteUri);
        json.WriteBoolean("active", subscription.IsActive);
        json.WriteString("custom_name", subscription.Name);
        json.WriteStartArray("events");
        foreach (var name in subscription.Events)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteString("token", subscription.Token);
        json.WriteEndObject();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CustomCrm;

/// <summary>Rolodex over HTTP, on this machine. A CRM of your own is there already; an emulator of it looks much like this.</summary>
internal sealed class RolodexServer : IAsyncDisposable
{
    private const int Limit = 50;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly RolodexOptions _options;
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _lately = new();

    private RolodexServer(WebApplication app, TimeProvider clock, RolodexOptions options)
    {
        (_app, _clock, _options) = (app, clock, options);
        People = new Rolodex(clock);
    }

    public Rolodex People { get; }

    public RolodexFaults Faults { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public long Requests { get; private set; }

    public int RateLimitsMet { get; private set; }

    public static async Task<RolodexServer> StartAsync(TimeProvider clock, RolodexOptions options, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new RolodexServer(app, clock, options);
        app.Run(server.HandleAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var fault = Faults.Take(path);
        var (status, body) = fault is { IsCarriedOut: false } ? (fault.Status, "") : Check(context) ?? await AnswerAsync(context, path);
        context.Response.StatusCode = status;
        if (fault is { Body: null, IsCarriedOut: true })
        {
            context.Abort();
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(fault?.Body ?? body);
        context.Response.ContentType = fault?.ContentType ?? "application/json";
        context.Response.ContentLength = bytes.Length + (fault is { IsCut: true } ? 100 : 0);
        await context.Response.Body.WriteAsync(bytes);
        if (fault is { IsCut: true })
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }

    private (int, string)? Check(HttpContext context)
    {
        lock (_gate)
        {
            Requests++;
            var now = _clock.GetUtcNow();
            while (_lately.TryPeek(out var first) && first <= now - Window)
            {
                _lately.Dequeue();
            }

            if (_lately.Count >= Limit)
            {
                RateLimitsMet++;
                return (429, "");
            }

            _lately.Enqueue(now);
        }

        return context.Request.Headers.Authorization != $"Bearer {_options.Token}" ? (401, "")
            : !_options.MayWrite && IsWrite(context.Request.Path.Value!) ? (403, "")
            : null;
    }

    private async Task<(int, string)> AnswerAsync(HttpContext context, string path)
    {
        var query = context.Request.Query;
        object? answer = path switch
        {
            "/fields" => People.Fields.ToArray(),
            "/users" => People.Users.ToArray(),
            "/people" => Page(Number(query["after"]), Number(query["size"])),
            "/people/new" => new WirePeople(People.CreatedSince(Number(query["since"]))),
            "/changes/last" => new WirePeople([], $"{People.LastChange}"),
            "/changes" => Changes(Number(query["since"]), Number(query["size"])),
            "/people/read" => new WirePeople(People.Read((await BodyAsync<WireQuestion>(context)).Values)),
            "/people/search" => Search(await BodyAsync<WireQuestion>(context)),
            _ when IsWrite(path) => (await BodyAsync<WireWrite[]>(context)).Select(person => Write(path, person)).ToArray(),
            _ => null,
        };
        return answer is null ? (404, "") : (200, JsonSerializer.Serialize(Wanted(answer, query["fields"]), answer.GetType(), RolodexWire.Default));
    }

    // Only what was asked for is shown.
    private static object Wanted(object answer, string? fields) => answer is WirePeople people && fields is not null
        ? people with
        {
            People = [.. people.People.Select(person => person with
            {
                Values = person.Values.Where(value => fields.Split(',').Contains(value.Key)).ToDictionary(),
            })],
        }
        : answer;

    private WirePeople Page(long after, long size)
    {
        var people = People.Page((int)after, (int)size + 1);
        return people.Count > size ? new WirePeople([.. people.Take((int)size)], people[(int)size - 1].Id) : new WirePeople(people);
    }

    private WirePeople Changes(long since, long size)
    {
        var (last, people) = (People.LastChange, People.ChangedSince(since, (int)size));
        return people.Count == size
            ? new WirePeople(people, $"{People.ChangeOf(people[^1].Id)}", More: true)
            : new WirePeople(people, $"{last}");
    }

    private WirePeople Search(WireQuestion question) => new(People.Search(question.Field, [.. question.Values]));

    private WireResult Write(string path, WireWrite write)
    {
        var refused = path == "/people/delete" ? [] : People.Check(write.Values);
        return refused.Count > 0
            ? new WireResult(null, refused)
            : new WireResult(
                path switch
                {
                    "/people/create" => People.Create(write.Values),
                    "/people/update" => People.Update(write.Id!, write.Values),
                    _ => People.Delete(write.Id!),
                },
                []);
    }

    private static bool IsWrite(string path) => path is "/people/create" or "/people/update" or "/people/delete";

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async Task<T> BodyAsync<T>(HttpContext context) =>
        (T)(await JsonSerializer.DeserializeAsync(context.Request.Body, typeof(T), RolodexWire.Default))!;
}

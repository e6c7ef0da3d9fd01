using CrmMapping;
using CrmMapping.Emulators;
using CrmMapping.Outcomes;
using NodaTime;

namespace QuickStart;

/// <summary>Tells the day: calls with and without tags, tags that come and go, an outcome that is deleted, and a look back at the end.</summary>
internal sealed class OutcomesRun(CallCentre centre, Screen screen)
{
    private const string Ada = "+1 415-555-0101";

    private readonly CallTable _table = new(screen);
    private readonly Dictionary<string, long> _tags = [];

    public static async Task StartAsync(CancellationToken stop)
    {
        var screen = new Screen();
        using var database = new RunDatabase(named: null);
        await using var centre = await CallCentre.OpenAsync(database.File, stop);
        screen.Line($"Aircall, emulated on {centre.Aircall.BaseAddress}; HubSpot, emulated on {centre.HubSpot.BaseAddress}.");
        await new OutcomesRun(centre, screen).TellAsync(stop);
    }

    private async Task TellAsync(CancellationToken stop)
    {
        await PrepareAsync(stop);
        screen.Title("A day of calls");
        _table.Head();
        await CallAsync(9, 0, "an outbound call is answered", "Connected", stop);
        var badCall = await CallAsync(9, 10, "another one, tagged 'bad call'", "No answer", stop, "bad call");
        await CallAsync(9, 20, "tagged 'bad call' and 'not there', which agree", "No answer", stop, "bad call", "not there");
        await CallAsync(9, 30, "tagged 'bad call' and 'sold', which do not", "Connected", stop, "bad call", "sold");
        await PlayAsync(9, 40, "nobody answers", "No answer", new AircallPlay { Direction = AircallDirection.Outbound, Number = Ada }, stop);
        await PlayAsync(9, 50, "somebody calls, is missed, and leaves a message", "Left voicemail", new AircallPlay { Number = Ada, LeavesVoicemail = true }, stop);
        var callback = await CallAsync(10, 0, "an answered call, tagged 'callback'", "Busy", stop, "callback");

        await ChangeAsync(10, 10, "'bad call' is taken off the call of 9:10", badCall, "Connected", () => centre.Aircall.Calls.Untag(badCall, _tags["bad call"]), stop);
        await ChangeAsync(10, 20, "the tag 'callback' is deleted in Aircall", callback, "Busy", () => centre.Aircall.Tags.Delete(_tags["callback"]), stop,
            "what a deleted tag decided stands");
        await DeleteOutcomeAsync(stop);
        var sold = await CallAsync(11, 0, "a call tagged 'sold', whose outcome is deleted", "Closed", stop, "sold");
        await CallAsync(11, 45, "another one, more than an hour after the deletion", "Connected", stop, "sold");

        screen.Title("The rules, as an admin sees them then");
        var rules = (await centre.Rules.ReadAsync("HubSpot", stop)).Rules;
        foreach (var line in rules.ToString(centre.Clock.GetCurrentInstant()).Split('\n'))
        {
            screen.Line($"  {line}");
        }

        await LookBackAsync([callback, sold], stop);
    }

    private async Task PrepareAsync(CancellationToken stop)
    {
        centre.HubSpot.Contacts.Create([new("email", "ada@example.com"), new("firstname", "Ada"), new("phone", Ada)]);
        centre.HubSpot.CallOutcomes.Add("Closed");
        foreach (var name in new[] { "bad call", "not there", "callback", "sold" })
        {
            _tags[name] = centre.Aircall.Tags.Add(name).Id;
        }

        var sync = await centre.ConnectionAsync(stop);
        await new Runner(screen).FinishAsync(await sync.PullAsync(stop), "pulling", 1, stop);

        // What the code says is the first version; an admin edits on from there.
        var draft = (await centre.Rules.ReadAsync("HubSpot", stop)).Rules.Edit();
        var saved = await centre.Rules.SaveAsync("HubSpot", draft, "an admin", cancellationToken: stop);
        screen.Line($"  {saved}");
    }

    private Task<long> CallAsync(int hour, int minute, string what, string expected, CancellationToken stop, params string[] tags) => PlayAsync(
        hour, minute, what, expected,
        new AircallPlay
        {
            Direction = AircallDirection.Outbound, Number = Ada, Talks = Duration.FromMinutes(2), TagsInWrapUp = [.. tags.Select(tag => _tags[tag])],
        },
        stop);

    private async Task<long> PlayAsync(int hour, int minute, string what, string expected, AircallPlay play, CancellationToken stop)
    {
        centre.Clock.GoTo(hour, minute);
        var call = centre.Aircall.Calls.Play(play);
        await centre.TellAsync(stop);
        await ShowAsync(what, call.Id, expected, why: null, stop);
        return call.Id;
    }

    private async Task ChangeAsync(
        int hour, int minute, string what, long call, string expected, Action change, CancellationToken stop, string? why = null)
    {
        centre.Clock.GoTo(hour, minute);
        change();
        await centre.TellAsync(stop);
        await ShowAsync(what, call, expected, why, stop);
    }

    // The list to choose from shows it at once; what reads it sees the deletion.
    private async Task DeleteOutcomeAsync(CancellationToken stop)
    {
        centre.Clock.GoTo(10, 30);
        centre.HubSpot.CallOutcomes.Delete(centre.HubSpot.CallOutcomes.All.First(static outcome => outcome.Label == "Closed").Id);
        var live = (await centre.Rules.ReadAsync("HubSpot", stop)).Rules.Outcomes.Live;
        _table.Row("10:30", "the outcome 'Closed' is deleted in HubSpot", "", $"to choose from: {string.Join(", ", live)}");
    }

    private async Task ShowAsync(string what, long call, string expected, string? why, CancellationToken stop)
    {
        var now = centre.Clock.GetCurrentInstant();
        var outcome = centre.OutcomeOf(call);
        _table.Row($"{now.InUtc():HH:mm}", what, outcome, why ?? await WhyAsync(call, now, stop));
        if (outcome != expected)
        {
            throw new RunFailedException($"The call should have the outcome '{expected}'.");
        }
    }

    private async Task<string> WhyAsync(long id, Instant now, CancellationToken stop)
    {
        var call = centre.Aircall.Calls.Find(id)!;
        var situation = (call.Direction, call.AnsweredAt) switch
        {
            (AircallDirection.Outbound, not null) => CallSituation.OutboundAnswered,
            (AircallDirection.Outbound, null) => CallSituation.OutboundUnanswered,
            (_, not null) => CallSituation.InboundAnswered,
            _ => call.HasVoicemail ? CallSituation.InboundVoicemail : CallSituation.InboundMissed,
        };
        var rules = (await centre.Rules.ReadAsync("HubSpot", stop)).Rules;
        var reason = rules.Evaluate(new EndedCall(situation, [.. call.Tags.Select(static tag => tag.Id)]), now).ToString();
        return reason[(reason.IndexOf(": ", StringComparison.Ordinal) + 2)..];
    }

    private async Task LookBackAsync(long[] changed, CancellationToken stop)
    {
        screen.Title("Logged calls keep their outcomes, until somebody asks for them to be decided anew");
        var sync = await centre.ConnectionAsync(stop);
        var preview = await sync.StartPreviewAsync(OperationKind.ReevaluateCalls, cancellationToken: stop);
        await new Runner(screen).FinishAsync(preview, "looking back", null, stop);
        var lines = 0;
        await foreach (var line in preview.ReadLinesAsync(stop))
        {
            lines++;
            screen.Line($"  {line.Subject}: {line.Text}");
        }

        await new Runner(screen).FinishAsync(await sync.ApplyPreviewAsync(preview.Record.Id, stop), "applying", null, stop);
        if (changed.Any(call => centre.OutcomeOf(call) != "Connected"))
        {
            throw new RunFailedException("The calls were not decided anew as it was shown.");
        }

        screen.Line($"  Applied: {Plural.Of(lines, "call")} changed, as it was shown.");
    }
}

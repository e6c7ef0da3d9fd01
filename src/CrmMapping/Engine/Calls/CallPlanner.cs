using NodaTime;

namespace CrmMapping;

/// <summary>Decides what becomes of calls and messages, once it is known where they belong.</summary>
internal sealed class CallPlanner(CallSettings settings, ICallJudge? judge, ActivityOwners owners, CallNumbers numbers, Instant now)
{
    /// <summary>Tells whether there is anything to decide: of a call that goes on, or that is neither logged nor counted, there is not.</summary>
    public static bool Matters(PendingActivity pending, CallSettings settings, bool isTracked)
    {
        var since = settings.Since ?? Instant.MinValue;
        return pending switch
        {
            { Call: { } call } => (settings.LogCalls || isTracked) && call.Situation is not null && (pending.Logged is not null || call.EndedAt >= since),
            { Message: { } message } => ((settings.LogMessages && pending.Logged?.ActivityId is null) || isTracked)
                && (pending.Logged is not null || message.SentAt >= since),
            _ => false,
        };
    }

    /// <summary>Tells whether a logged call seems to have lost a tag, which may be the tag's own end.</summary>
    public static bool LostTag(CallWork work) =>
        work is { IsCreate: false, Call: { } call } && work.Pending.Logged!.Tags.Except(call.Tags.Select(static tag => tag.Id)).Any();

    /// <summary>Decides what is written for a call that is logged: its outcome, where that is another one now.</summary>
    public void Change(CallWork work)
    {
        var logged = work.Pending.Logged!;
        var outcome = judge is null ? logged.Outcome : judge.Retag(logged, work.Call!, now);
        work.Outcome = outcome;
        work.Logged = logged with { Outcome = outcome, Situation = work.Call!.Situation, Tags = TagsOf(work.Call) };
        work.Write = outcome == logged.Outcome ? null : new OutcomeChange
        {
            Key = KeyOf(work), ActivityId = logged.ActivityId!, Outcome = outcome,
        };
    }

    /// <summary>Decides which outcome a call has that is not logged yet, as far as is known.</summary>
    public void Decide(CallWork work) => work.Outcome = work.Call is null ? null : judge?.Decide(work.Call, now);

    /// <summary>Gives what counts of a call or message for a contact; null when it is not known whose it is.</summary>
    public Engagement? Count(CallWork work, string tenant) => work.Holder is null && work.IsCreate ? null : new Engagement
    {
        Tenant = tenant,
        LocalId = work.Holder,
        Account = work.Pending.Account,
        Key = work.Pending.Key,
        IsCall = work.Call is not null,
        Direction = work.Call?.Direction ?? work.Pending.Message!.Direction,
        At = work.Call?.StartedAt ?? work.Pending.Message!.SentAt,
        Text = work.Call is null ? work.Pending.Message!.Text : work.Outcome is null ? null : judge?.Label(work.Outcome),
    };

    /// <summary>Tells whether the connection logs what a work is of.</summary>
    public bool Logs(CallWork work) => work.Call is null ? settings.LogMessages : settings.LogCalls;

    /// <summary>Decides what is written for what is not logged yet.</summary>
    public void Create(CallWork work, CallPlace place)
    {
        var pending = work.Pending;
        work.Place = place;
        work.Logged = new LoggedActivity
        {
            Account = pending.Account,
            Key = pending.Key,
            RecordType = place.RecordType,
            RecordId = place.CrmId,
            Situation = work.Call?.Situation,
            At = work.Call?.StartedAt ?? pending.Message!.SentAt,
            Tags = work.Call is null ? [] : TagsOf(work.Call),
            Outcome = work.Outcome,
        };
        work.Write = work.Call is { } call ? Of(call, work) : Of(pending.Message!, work);
    }

    private static string KeyOf(CallWork work) => ActivityKey.Of(work.Pending.Account, work.Pending.Key);

    private static EquatableArray<long> TagsOf(PhoneCall call) => call.Tags.Select(static tag => tag.Id).Distinct().Order().ToEquatableArray();

    private CallLogging Of(PhoneCall call, CallWork work) => new()
    {
        Key = KeyOf(work),
        MayExist = work.Pending.Logged is not null,
        RecordType = work.Logged!.RecordType,
        RecordId = work.Logged.RecordId,
        Direction = call.Direction,
        At = call.StartedAt,
        Title = ActivityText.TitleOf(call),
        Body = ActivityText.BodyOf(call),
        ContactNumber = work.Number,
        LineNumber = numbers.Write(call.LineNumber),
        OwnerId = owners.Find(call.UserEmail),
        Situation = call.Situation!.Value,
        Length = call.Length,
        Outcome = work.Logged.Outcome,
        RecordingLink = settings.RecordingLinks ? call.RecordingLink : null,
    };

    private MessageLogging Of(TextMessage message, CallWork work) => new()
    {
        Key = KeyOf(work),
        MayExist = work.Pending.Logged is not null,
        RecordType = work.Logged!.RecordType,
        RecordId = work.Logged.RecordId,
        Direction = message.Direction,
        At = message.SentAt,
        Title = ActivityText.TitleOf(message),
        Body = message.Text,
        ContactNumber = work.Number,
        LineNumber = numbers.Write(message.LineNumber),
        OwnerId = owners.Find(message.UserEmail),
    };
}

using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Leads calls from the first ring to the last tag and tells webhooks of each step. Used under the gate.</summary>
internal sealed class CallDesk(Company company)
{
    public const int MostComments = 5;

    /// <summary>How long the service takes to put a call's recording away and call it ended.</summary>
    public static readonly Duration Completion = Duration.FromSeconds(30);

    private static readonly Duration VoicemailIsTold = Duration.FromSeconds(33);
    private static readonly Duration WrapUp = Duration.FromSeconds(2);

    private readonly List<Call> _incomplete = [];
    private long _lastId = 811;
    private long _lastComment = 734;

    public Call Start(AircallPlay play, Instant at)
    {
        var number = ++_lastId;
        var call = new Call(
            number, Seeded.NewGuid(company.Options.Seed, number, 600), play, play.User ?? company.Users.All[0],
            company.Lines[(int)(number % company.Lines.Count)], at);
        company.Calls.Add(call);
        Tell("call.created", call, at);
        if (call.IsInbound)
            Tell("call.ringing_on_agent", call, at);
        return call;
    }

    public void Answer(Call call, Instant at)
    {
        if (call.AnsweredAt is not null || call.EndedAt is not null)
            throw new InvalidOperationException("The call was answered or is over. Answer one that rings.");
        call.AnsweredAt = at;
        Tell("call.answered", call, at);
    }

    public void HangUp(Call call, Instant at)
    {
        if (call.EndedAt is not null)
            throw new InvalidOperationException("The call is over. Hang up one that goes on.");
        call.EndedAt = at;
        _incomplete.Add(call);
        Tell("call.hungup", call, at);
    }

    /// <summary>Lets happen what the service does by itself by now.</summary>
    public void CatchUp()
    {
        foreach (var call in _incomplete.Where(call => call.EndedAt + Completion <= company.Now).ToList())
            Complete(call);
    }

    /// <exception cref="ArgumentException">The call would not be over yet, or a tag or comment of it is refused.</exception>
    public Call Play(AircallPlay play)
    {
        var length = play.Rings + (play.Talks ?? Duration.Zero);
        var start = play.StartedAt ?? company.Now - length - VoicemailIsTold - WrapUp;
        if (start + length + WrapUp > company.Now)
            throw new ArgumentException("A call that is played is over. Let it begin earlier, or lead it step by step.");
        var call = Start(play, start);
        if (play.Talks is not null)
            Answer(call, call.StartedAt + play.Rings);
        foreach (var tag in play.TagsDuring)
            Tag(call, [tag], call.StartedAt + play.Rings);
        HangUp(call, call.StartedAt + length);
        foreach (var tag in play.TagsInWrapUp)
            Tag(call, [tag], call.StartedAt + length + WrapUp);
        foreach (var comment in play.Comments)
            Note(call, comment, call.StartedAt + length + WrapUp);
        CatchUp();
        return call;
    }

    /// <exception cref="ArgumentException">There is no such tag; nothing was added.</exception>
    public void Tag(Call call, IReadOnlyList<long> ids, Instant at, bool replaces = false)
    {
        var tags = ids.Select(id => company.Tags.Find(id) ?? throw new ArgumentException($"Tag with id {id} does not exist")).ToList();
        if (replaces)
            call.Tags.RemoveAll(on => !ids.Contains(on.Tag.Id));
        foreach (var tag in tags.Where(tag => !call.Tags.Exists(on => on.Tag.Id == tag.Id)))
            call.Tags.Add(new TagOnCall(tag, call.Agent!, at));
        Tell("call.tagged", call, at);
    }

    /// <exception cref="ArgumentException">The call does not bear it.</exception>
    public void Untag(Call call, long id, Instant at)
    {
        if (call.Tags.RemoveAll(on => on.Tag.Id == id) is 0)
            throw new ArgumentException($"The call bears no tag with id {id}.");
        Tell("call.untagged", call, at);
    }

    /// <exception cref="ArgumentException">The call has as many as it may.</exception>
    public void Note(Call call, string content, Instant at)
    {
        if (call.Comments.Count >= MostComments)
            throw new ArgumentException($"A call has at most {MostComments} comments");
        call.Comments.Add(new Comment(++_lastComment, content, call.Agent!, at));
        Tell("call.commented", call, at);
    }

    public void Archive(Call call, bool isArchived, Instant at)
    {
        call.IsArchived = isArchived;
        if (isArchived)
            Tell("call.archived", call, at);
    }

    public void Rename(AircallTag tag)
    {
        foreach (var call in company.Calls.All)
        {
            var index = call.Tags.FindIndex(on => on.Tag.Id == tag.Id);
            if (index >= 0)
                call.Tags[index] = call.Tags[index] with { Tag = tag };
        }
    }

    public void DeleteTag(long id)
    {
        company.Tags.Remove(id);
        foreach (var call in company.Calls.All.Where(call => call.Tags.RemoveAll(on => on.Tag.Id == id) > 0))
        {
            if (company.Options.TellsOfDeletedTags)
                Tell("call.untagged", call, company.Now);
        }
    }

    public void Clear()
    {
        company.Calls.Clear();
        _incomplete.Clear();
    }

    private void Complete(Call call)
    {
        _incomplete.Remove(call);
        call.IsComplete = true;
        Tell("call.ended", call, call.EndedAt!.Value + Completion);
        if (call.LeavesVoicemail)
            Tell("call.voicemail_left", call, call.EndedAt!.Value + VoicemailIsTold);
    }

    private void Tell(string name, Call call, Instant at) => company.Subscriptions.Tell(name, call, at);
}

using CrmMapping.Emulators.Aircall;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Makes calls of the emulated company and does what its people do with them; webhooks tell of each step. May be shared between threads.</summary>
public sealed class AircallCalls
{
    private readonly Company _company;

    internal AircallCalls(Company company) => _company = company;

    /// <summary>Gets how many there are.</summary>
    public int Count
    {
        get { lock (_company.Gate) return _company.Calls.Count; }
    }

    /// <summary>Gets all calls, in the order in which they began.</summary>
    public IReadOnlyList<AircallCall> All
    {
        get
        {
            lock (_company.Gate)
            {
                _company.Desk.CatchUp();
                return [.. _company.Calls.All.Select(static call => call.Show())];
            }
        }
    }

    /// <summary>Finds a call.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The call as it is now; null when there is none.</returns>
    public AircallCall? Find(long id)
    {
        lock (_company.Gate)
        {
            _company.Desk.CatchUp();
            return _company.Calls.Find(id)?.Show();
        }
    }

    /// <summary>Plays a whole call, from the first ring to its end.</summary>
    /// <param name="play">How it goes.</param>
    /// <returns>The call.</returns>
    /// <exception cref="ArgumentException">It would not be over yet, a tag is not there, or there are more than five comments.</exception>
    public AircallCall Play(AircallPlay play)
    {
        ArgumentNullException.ThrowIfNull(play);
        lock (_company.Gate)
            return _company.Desk.Play(play).Show();
    }

    /// <summary>Plays calls with invented people: one a minute, of every situation, with tags here and there.</summary>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="seed">The seed; the same one gives the same calls.</param>
    public void Generate(int count, long seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_company.Gate)
        {
            var number = 0;
            foreach (var person in SampleContacts.Generate(count, seed))
                _company.Desk.Play(Invent(person.Phone, number++, count, seed));
        }
    }

    /// <summary>Lets a call begin to ring now. It goes on until somebody hangs up.</summary>
    /// <param name="play">Who calls whom; what it says of how the call goes on does not count, but for a message or recording that is left.</param>
    /// <returns>The call.</returns>
    public AircallCall Start(AircallPlay play)
    {
        ArgumentNullException.ThrowIfNull(play);
        lock (_company.Gate)
            return _company.Desk.Start(play, _company.Now).Show();
    }

    /// <summary>Answers a call that rings.</summary>
    /// <param name="id">The call.</param>
    /// <exception cref="InvalidOperationException">It was answered or is over.</exception>
    public void Answer(long id) => Do(id, call => _company.Desk.Answer(call, _company.Now));

    /// <summary>Ends a call. Half a minute later Aircall has put away what was recorded, and tells of the end a second time.</summary>
    /// <param name="id">The call.</param>
    /// <exception cref="InvalidOperationException">It is over.</exception>
    public void HangUp(long id) => Do(id, call => _company.Desk.HangUp(call, _company.Now));

    /// <summary>Puts tags on a call.</summary>
    /// <param name="id">The call.</param>
    /// <param name="tags">The tags' ids.</param>
    /// <exception cref="ArgumentException">A tag is not there; none is added.</exception>
    public void Tag(long id, params IReadOnlyList<long> tags) => Do(id, call => _company.Desk.Tag(call, tags, _company.Now));

    /// <summary>Takes a tag off a call.</summary>
    /// <param name="id">The call.</param>
    /// <param name="tag">The tag's id.</param>
    /// <exception cref="ArgumentException">The call does not bear it.</exception>
    public void Untag(long id, long tag) => Do(id, call => _company.Desk.Untag(call, tag, _company.Now));

    /// <summary>Notes something on a call.</summary>
    /// <param name="id">The call.</param>
    /// <param name="content">What is noted.</param>
    /// <exception cref="ArgumentException">The call has five notes, which is the most.</exception>
    public void Comment(long id, string content) => Do(id, call => _company.Desk.Note(call, content, _company.Now));

    /// <summary>Archives a call.</summary>
    /// <param name="id">The call.</param>
    public void Archive(long id) => Do(id, call => _company.Desk.Archive(call, isArchived: true, _company.Now));

    private AircallPlay Invent(string? phone, int number, int count, long seed)
    {
        var isInbound = Seeded.Below(2, seed, number, 660) == 0;
        var tags = _company.Tags.All;
        var isTagged = tags.Count > 0 && Seeded.Below(2, seed, number, 661) == 0;
        return new AircallPlay
        {
            Direction = isInbound ? AircallDirection.Inbound : AircallDirection.Outbound,
            Number = phone,
            StartedAt = _company.Now - Duration.FromMinutes(count - number + 10),
            Talks = Seeded.Below(3, seed, number, 662) == 0 ? null : Duration.FromSeconds(10 + Seeded.Below(300, seed, number, 663)),
            LeavesVoicemail = Seeded.Below(2, seed, number, 664) == 0,
            TagsInWrapUp = isTagged ? [tags[Seeded.Below(tags.Count, seed, number, 665)].Id] : [],
        };
    }

    private void Do(long id, Action<Call> action)
    {
        lock (_company.Gate)
        {
            _company.Desk.CatchUp();
            action(_company.Calls.Find(id) ?? throw new ArgumentException($"There is no call {id}."));
        }
    }
}

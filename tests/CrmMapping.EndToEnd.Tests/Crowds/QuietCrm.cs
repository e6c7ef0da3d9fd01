using System.Collections.Concurrent;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>A CRM within the process, in whose accounts little happens; it counts how often each is asked, and by how many at once.</summary>
internal sealed class QuietCrm : ICrmAdapter
{
    public const string Name = "Quiet";

    private readonly ConcurrentDictionary<string, int> _polls = [];
    private readonly List<(int Accounts, TaskCompletionSource Reached)> _waiting = [];
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _stopping = new();
    private int _asking;
    private int _pages;

    public string Kind => Name;

    public CrmTraits Traits { get; } = new();

    /// <summary>Gets how often each account was asked for changes.</summary>
    public IReadOnlyDictionary<string, int> Polls => _polls;

    public int PollCount { get; private set; }

    /// <summary>Gets by how many at once the CRM was asked at most.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Gets the account that gives no answer as long as the host runs.</summary>
    public string? Silent { get; init; }

    /// <summary>Gets the account whose list of contacts never ends.</summary>
    public string? Endless { get; init; }

    /// <summary>Gets how many pages of the list that never ends were asked for.</summary>
    public int Pages => _pages;

    public string NextPage() => $"{Interlocked.Increment(ref _pages)}";

    /// <summary>Answers what was asked, as the host is to stop.</summary>
    public void Answer() => _stopping.TrySetResult();

    public ICrmSession Open(Connection connection) => new QuietSession(this, connection.Name);

    /// <summary>Waits until so many accounts were asked for changes.</summary>
    public Task WaitForAsync(int accounts)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((accounts, reached));
            Tell();
            return reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    public async Task AskAsync(string account, bool isPoll)
    {
        lock (_lock)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_asking);
        }

        try
        {
            await Task.Yield();
            await (account == Silent ? _stopping.Task : Task.CompletedTask);
        }
        finally
        {
            Answered(account, isPoll);
        }
    }

    private void Answered(string account, bool isPoll)
    {
        lock (_lock)
        {
            _asking--;
            if (isPoll)
            {
                _polls.AddOrUpdate(account, 1, (_, polls) => polls + 1);
                PollCount++;
                Tell();
            }
        }
    }

    private void Tell()
    {
        _waiting.Where(w => w.Accounts <= _polls.Count).ToList().ForEach(w => w.Reached.TrySetResult());
        _waiting.RemoveAll(w => w.Accounts <= _polls.Count);
    }
}

using NodaTime;

namespace CrmMapping.Sqlite.Tests;

/// <summary>Saves a connection a number of times, each time from the version that stands, and adds a word of its own to its account's id.</summary>
internal static class Saves
{
    public static async Task RunAsync(IConnectionStore store, string name, string saver, int saves)
    {
        for (var won = 0; won < saves;)
        {
            var standing = (await store.FindAsync(name, default))!;
            var draft = standing with { AccountId = $"{standing.AccountId} {saver}:{won}" };
            won += await store.SaveAsync(draft, saver, Instant.FromUtc(2026, 3, 2, 12, 0), default) ? 1 : 0;
        }

        Console.WriteLine(saves);
    }
}

using NodaTime;

namespace CrmMapping.Sqlite.Tests;

/// <summary>Commits one round after another and says so after each, until it is killed.</summary>
internal static class Commits
{
    public static async Task RunAsync(ISyncStore store, string connection, int contacts)
    {
        var noon = Instant.FromUtc(2026, 3, 2, 12, 0);
        var lease = await store.AcquireLeaseAsync(connection, "the crashing one", noon + Duration.FromMinutes(5), noon, default)
            ?? throw new InvalidOperationException("Somebody else holds the lease.");
        var snapshot = new byte[500];
        for (var round = 1L; ; round++)
        {
            await store.CommitAsync(
                new SyncCommit
                {
                    Lease = lease,
                    At = noon,
                    Links =
                    [
                        .. Enumerable.Range(0, contacts).Select(id => new ContactLink
                        {
                            LocalId = $"{id}",
                            CrmId = $"crm {(id + round) % contacts}",
                            LocalVersion = $"{round}",
                            LocalBase = snapshot,
                        }),
                    ],
                    Positions = [new("round", $"{round}")],
                    Notices = [new Notice { Connection = connection, Side = SyncSide.Local, Id = $"round {round}" }],
                },
                default);
            Console.WriteLine(round);
        }
    }
}

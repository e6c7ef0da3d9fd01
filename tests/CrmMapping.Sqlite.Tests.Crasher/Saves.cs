using NodaTime;

namespace CrmMapping.Sqlite.Tests;

/// <summary>Saves a number of times, each time from the version that stands, and adds a word of its own to what others saved.</summary>
internal static class Saves
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);

    public static async Task OfConnectionAsync(IConnectionStore store, string name, string saver, int saves)
    {
        for (var won = 0; won < saves;)
        {
            var standing = (await store.FindAsync(name, default))!;
            var draft = standing with { AccountId = $"{standing.AccountId} {saver}:{won}" };
            won += await store.SaveAsync(draft, saver, Noon, default) ? 1 : 0;
        }
    }

    public static async Task OfMappingAsync(IConnectionStore store, string name, string saver, int saves)
    {
        for (var won = 0; won < saves;)
        {
            var standing = await store.FindMappingAsync(name, RecordType.Contact, default);
            MappingEdit[] edits = [.. standing?.Edits.Edits ?? [], new MappingEdit { Local = $"{saver}:{won}", Kind = MappingEditKind.Deleted }];
            var next = new SavedMapping
            {
                Connection = name,
                Version = (standing?.Version ?? 0) + 1,
                Edits = new MappingEdits { Edits = edits.ToEquatableArray() },
                SavedAt = Noon,
                SavedBy = saver,
            };
            won += await store.SaveMappingAsync(next, default) ? 1 : 0;
        }
    }
}

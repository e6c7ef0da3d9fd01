namespace CrmMapping.Emulators.HighLevel;

/// <summary>Makes ids as the service does: twenty letters and digits, in which case counts.</summary>
internal static class Ids
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string New(long seed, long number, long salt) => string.Create(20, (seed, number, salt), static (id, from) =>
    {
        for (var index = 0; index < id.Length; index++)
            id[index] = Letters[Seeded.Below(Letters.Length, from.seed, from.number, (from.salt * 64) + index)];
    });
}

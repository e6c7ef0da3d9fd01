namespace CrmMapping.Http;

/// <summary>Remembers how many pages an account's records fill, as far as anybody counted, and so whether reading all of them is cheaper than searching.</summary>
/// <remarks>May be shared between threads.</remarks>
public sealed class AccountSize
{
    private volatile int _atLeast;

    /// <summary>Tells whether it is known that there are more pages than that.</summary>
    /// <param name="pages">How many pages are worth reading.</param>
    /// <returns>True when it is known; false also where nobody counted yet.</returns>
    public bool IsMoreThan(int pages) => _atLeast > pages;

    /// <summary>Takes a count.</summary>
    /// <param name="pages">How many pages were read, or are known of.</param>
    /// <param name="isWhole">Whether there was none after them.</param>
    public void Learn(int pages, bool isWhole) => _atLeast = isWhole ? pages : Math.Max(_atLeast, pages + 1);
}

namespace CrmMapping.Pipedrive;

/// <summary>Remembers how many pages a company's persons fill, as far as anybody counted.</summary>
internal sealed class AccountSize
{
    private volatile int _atLeast;

    /// <summary>Tells whether it is known that there are more pages than that.</summary>
    public bool IsMoreThan(int pages) => _atLeast > pages;

    /// <summary>Takes a count.</summary>
    /// <param name="pages">How many pages were read.</param>
    /// <param name="isWhole">Whether there was none after them.</param>
    public void Learn(int pages, bool isWhole) => _atLeast = isWhole ? pages : Math.Max(_atLeast, pages + 1);
}

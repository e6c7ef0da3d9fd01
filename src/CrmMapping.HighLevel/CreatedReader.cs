using NodaTime;
using NodaTime.Text;

namespace CrmMapping.HighLevel;

/// <summary>Reads contacts by the time of their creation.</summary>
internal sealed class CreatedReader(ContactSearcher searcher, ContactReader reader)
{
    public async Task ReadAsync(CrmFieldSet fields, Instant since, CrmPage page, CancellationToken cancellationToken)
    {
        var hits = await searcher.ListAsync([SearchFilter.Since("dateAdded", InstantPattern.ExtendedIso.Format(since))], cancellationToken).ConfigureAwait(false);
        await reader.ReadListedAsync(fields, [.. hits.Select(static hit => hit.Id)], page, cancellationToken).ConfigureAwait(false);
    }
}

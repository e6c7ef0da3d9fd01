using System.Globalization;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Reads contacts by the time of their creation.</summary>
internal sealed class CreatedReader(ContactSearcher searcher, AccountSchema schema)
{
    public async Task ReadAsync(CrmFieldSet fields, Instant since, CrmPage page, CancellationToken cancellationToken)
    {
        var created = new SearchFilter("createdate", "GTE", since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        await searcher.ReadAllAsync(fields, [[created]], page, cancellationToken).ConfigureAwait(false);
        await schema.CompleteAsync(fields, page, cancellationToken).ConfigureAwait(false);
    }
}

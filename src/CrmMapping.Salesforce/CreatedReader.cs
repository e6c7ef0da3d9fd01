using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Reads records by the time of their creation.</summary>
internal sealed class CreatedReader(RecordsApi api)
{
    public Task ReadAsync(CrmFieldSet fields, Instant since, CrmPage page, CancellationToken cancellationToken)
    {
        // Salesforce keeps whole seconds: one that was made within the second of the instant bears its beginning.
        var second = Instant.FromUnixTimeSeconds(since.ToUnixTimeSeconds());
        var query = new RecordQuery
        {
            Where = RecordQuery.All($"{ObjectNames.Created} >= {Soql.Literal(second)}", ObjectNames.Alive(fields.RecordType)),
            OrderBy = $"{ObjectNames.Created},{ObjectNames.Id}",
        };
        return api.QueryAllAsync(fields, query, page, new Dictionary<string, string>(), cancellationToken);
    }
}

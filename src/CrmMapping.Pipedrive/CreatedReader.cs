using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Reads persons by the time of their creation, the newest first, as no list takes that time as a bound.</summary>
internal sealed class CreatedReader(ContactsApi api, AccountSchema schema)
{
    public async Task ReadAsync(CrmFieldSet fields, Instant since, CrmPage page, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        bool isOver;
        do
        {
            using var read = CrmPage.Rent();
            cursor = (await api.ListAsync(
                "read created contacts", fields, $"sort_by=add_time&sort_direction=desc&limit={ContactsApi.MaxPage}", cursor, read, cancellationToken)
                .ConfigureAwait(false)).Cursor;

            // Times are whole seconds: what was created within the second that the instant lies in counts as well.
            var from = Instant.FromUnixTimeSeconds(since.ToUnixTimeSeconds());
            foreach (var record in read.Where(record => (record.CreatedAt is null || record.CreatedAt >= from) && ids.Add(record.Id)))
            {
                Records.Copy(record, page.Add(fields.Count));
            }

            isOver = read.Any(record => record.CreatedAt < from);
        }
        while (cursor is not null && !isOver);

        await schema.CompleteAsync(api, fields, page, cancellationToken).ConfigureAwait(false);
    }
}

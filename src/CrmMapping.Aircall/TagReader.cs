using CrmMapping.Http;

namespace CrmMapping.Aircall;

/// <summary>Reads all tags of a company, or fails.</summary>
internal sealed class TagReader(CrmHttpClient http)
{
    private const int MostReadings = 4;

    /// <summary>Reads the tags. Where they fill more than a page they are read until two readings agree.</summary>
    /// <remarks>A tag that is deleted between two pages moves the next one to a page that was read already, where nobody would see it.</remarks>
    public async Task<IReadOnlyList<CallTag>> ReadAsync(CancellationToken cancellationToken)
    {
        var (tags, pages) = await ReadOnceAsync(cancellationToken).ConfigureAwait(false);
        for (var reading = 1; pages > 1; reading++)
        {
            var (again, pagesAgain) = await ReadOnceAsync(cancellationToken).ConfigureAwait(false);
            if (again.ToHashSet().SetEquals(tags))
            {
                return again;
            }

            if (reading == MostReadings)
            {
                throw new CrmException(
                    CrmFailure.Passing, http.Connection.Name, "Aircall's tags change while they are read. They are read again later by themselves.");
            }

            (tags, pages) = (again, pagesAgain);
        }

        return tags;
    }

    private async Task<(IReadOnlyList<CallTag> Tags, int Pages)> ReadOnceAsync(CancellationToken cancellationToken)
    {
        var tags = new List<CallTag>();
        for (var page = 1; ; page++)
        {
            var list = await ReadPageAsync(page, cancellationToken).ConfigureAwait(false);
            tags.AddRange(list.Tags.OfType<WireTag>().Select(static tag => tag.ToTag()));
            if (list.Meta?.NextPageLink is null)
            {
                return ([.. tags.DistinctBy(static tag => tag.Id)], page);
            }
        }
    }

    private Task<WireTagList> ReadPageAsync(int page, CancellationToken cancellationToken) => http.AskAsync(
        new CrmRequest { Name = "read tags", Method = HttpMethod.Get, Path = AircallPaths.Tags(page) },
        static answer =>
        {
            var list = AircallJson.Read(answer, AircallJson.Default.WireTagList);
            return list.Tags.Count > 0 || list.Meta?.NextPageLink is null
                ? list
                : throw new FormatException("An empty page says that there are more.");
        },
        cancellationToken);
}

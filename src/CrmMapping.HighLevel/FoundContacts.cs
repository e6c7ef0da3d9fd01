using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Gathers, from a search's pages, the contacts that hold a wanted key.</summary>
internal sealed class FoundContacts(WantedKeys wanted)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _unread = [];
    private readonly HashSet<string> _emails = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _endings = new(StringComparer.Ordinal);

    /// <summary>Gets the contacts whose values are still to be read by id.</summary>
    public IReadOnlyCollection<string> Unread => _unread;

    /// <summary>Gets the keys that nobody was found to hold.</summary>
    public IEnumerable<MatchKey> Missing => wanted.Keys.Where(key => !(key.Kind == MatchKeyKind.Email
        ? _emails.Contains(key.Value)
        : _endings.Contains(WantedKeys.LastDigits(key.Value))));

    /// <summary>Takes those of a page that are wanted, each once.</summary>
    /// <param name="hits">What the search tells.</param>
    /// <param name="read">The values that came with it.</param>
    /// <param name="page">Takes the contacts whose values are known.</param>
    public void Take(IReadOnlyList<SearchHit> hits, CrmPage read, CrmPage page)
    {
        var values = read.ToDictionary(static record => record.Id, StringComparer.Ordinal);
        foreach (var hit in hits.Where(IsWanted))
        {
            _ = hit.Email is { } email && _emails.Add(email.Trim());
            _ = hit.Phone is { } phone && _endings.Add(WantedKeys.LastDigits(phone));
            if (!_ids.Add(hit.Id))
            {
                continue;
            }

            if (values.TryGetValue(hit.Id, out var record))
            {
                ContactReader.Append(page, record);
            }
            else
            {
                _unread.Add(hit.Id);
            }
        }
    }

    /// <summary>Takes a contact of which the id alone is known.</summary>
    public void Take(string id)
    {
        if (_ids.Add(id))
        {
            _unread.Add(id);
        }
    }

    private bool IsWanted(SearchHit hit) =>
        (hit.Email is { } email && wanted.HasEmail(email)) || (hit.Phone is { } phone && wanted.MayHavePhone(phone));
}

using System.Globalization;

namespace CrmMapping.Emulators;

/// <summary>Keeps lists of the emulated account's contacts, as a person at its screen would. May be shared between threads.</summary>
public sealed class HubSpotLists
{
    private readonly HubSpotPortal _portal;

    internal HubSpotLists(HubSpotPortal portal) => _portal = portal;

    /// <summary>Adds a list.</summary>
    /// <param name="name">What people see.</param>
    /// <param name="contactIds">Its members; one that is archived later stays on the list.</param>
    /// <returns>The list's id.</returns>
    /// <exception cref="FormatException">An id is no number.</exception>
    public string Add(string name, IEnumerable<string> contactIds)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(contactIds);
        long[] members = [.. contactIds.Select(static id => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().Order()];
        lock (_portal.Gate)
        {
            var id = (_portal.Lists.Count + 1).ToString(CultureInfo.InvariantCulture);
            _portal.Lists.Add(new ContactList(id, name, members, _portal.Now));
            return id;
        }
    }
}

namespace CrmMapping.Emulators;

/// <summary>Edits the contact properties of the emulated account, past the rules that bind API clients. May be shared between threads.</summary>
public sealed class HubSpotProperties
{
    private readonly HubSpotPortal _portal;

    internal HubSpotProperties(HubSpotPortal portal) => _portal = portal;

    private Schema Schema => _portal.Contacts.Schema;

    /// <summary>Gets the properties that are not archived.</summary>
    public IReadOnlyList<HubSpotProperty> All
    {
        get { lock (_portal.Gate) return [.. Schema.Active]; }
    }

    /// <summary>Finds a property.</summary>
    /// <param name="name">The internal name.</param>
    /// <returns>The property; null when there is none or it is archived.</returns>
    public HubSpotProperty? Find(string name)
    {
        lock (_portal.Gate)
            return Schema.FindProperty(name);
    }

    /// <summary>Adds a property.</summary>
    /// <param name="property">Its definition.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(HubSpotProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);
        lock (_portal.Gate)
        {
            if (Schema.Find(property.Name) >= 0)
                throw new ArgumentException($"Contacts already have a property '{property.Name}'. Change it instead.", nameof(property));
            Schema.Add(property with { CreatedAt = _portal.Now, UpdatedAt = _portal.Now });
        }
    }

    /// <summary>Archives a property, HubSpot's own included; its values are no longer shown.</summary>
    /// <param name="name">The internal name.</param>
    /// <exception cref="ArgumentException">There is no such property.</exception>
    public void Remove(string name) => Change(name, property => property with { Archived = true });

    /// <summary>Changes the definition of a property: its type, its choices, whether it is read-only. Values stay as they are.</summary>
    /// <param name="name">The internal name.</param>
    /// <param name="change">Makes the new definition from the old one.</param>
    /// <exception cref="ArgumentException">There is no such property, or the change renames it.</exception>
    public void Change(string name, Func<HubSpotProperty, HubSpotProperty> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_portal.Gate)
        {
            var property = Schema.FindProperty(name)
                ?? throw new ArgumentException($"Contacts have no property '{name}'. Add it first.", nameof(name));
            var changed = change(property);
            if (changed.Name != name)
                throw new ArgumentException($"The internal name of '{name}' cannot change. Remove it and add another.", nameof(change));
            Schema.Replace(name, changed with { UpdatedAt = _portal.Now });
        }
    }
}

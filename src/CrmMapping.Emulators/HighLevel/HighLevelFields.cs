using CrmMapping.Emulators.HighLevel;

namespace CrmMapping.Emulators;

/// <summary>Adds and removes custom fields of the emulated location, as an admin does. May be shared between threads.</summary>
public sealed class HighLevelFields
{
    private readonly Location _location;

    internal HighLevelFields(Location location) => _location = location;

    /// <summary>Gets all custom fields.</summary>
    public IReadOnlyList<HighLevelField> All
    {
        get { lock (_location.Gate) return [.. _location.Fields.All]; }
    }

    /// <summary>Adds a custom field.</summary>
    /// <param name="name">The name that people see.</param>
    /// <param name="dataType">The type, such as <c>TEXT</c>.</param>
    /// <param name="options">The options of a field that has some.</param>
    /// <returns>The field with its id and key.</returns>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    /// <exception cref="InvalidOperationException">A field with that key is there already.</exception>
    public HighLevelField Add(string name, string dataType, params string[] options)
    {
        lock (_location.Gate)
            return _location.Fields.Add(new HighLevelField(name, dataType) { Options = options });
    }

    /// <summary>Finds a custom field.</summary>
    /// <param name="idOrKey">Its id, or its key with or without <c>contact.</c> before it.</param>
    /// <returns>The field; null when there is none.</returns>
    public HighLevelField? Find(string idOrKey)
    {
        lock (_location.Gate)
            return _location.Fields.Find(idOrKey);
    }

    /// <summary>Removes a custom field.</summary>
    /// <param name="id">Its id.</param>
    public void Remove(string id)
    {
        lock (_location.Gate)
            _location.Fields.Remove(id);
    }

    /// <summary>Changes the options of a custom field.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="options">The options from now on.</param>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public void SetOptions(string id, params string[] options)
    {
        lock (_location.Gate)
            _location.Fields.Replace(id, field => field with { Options = options });
    }
}

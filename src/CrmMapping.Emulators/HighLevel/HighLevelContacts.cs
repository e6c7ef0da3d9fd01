using CrmMapping.Emulators.HighLevel;

namespace CrmMapping.Emulators;

/// <summary>Reads and edits the contacts of the emulated location as a person at its screen would. May be shared between threads.</summary>
/// <remarks>No limit counts these edits. Values go by the names of <see cref="HighLevelContact.Properties"/>.</remarks>
public sealed class HighLevelContacts
{
    private readonly Location _location;
    private readonly ContactTexts _properties;

    internal HighLevelContacts(Location location) => (_location, _properties) = (location, new ContactTexts(location));

    /// <summary>Gets how many contacts there are, without deleted ones.</summary>
    public int Count
    {
        get { lock (_location.Gate) return _location.Contacts.Count; }
    }

    /// <summary>Gets all contacts that are not deleted, in the order in which they were added.</summary>
    public IReadOnlyList<HighLevelContact> All
    {
        get { lock (_location.Gate) return [.. _location.Contacts.Ordered.Where(static contact => !contact.IsDeleted).Select(_properties.Show)]; }
    }

    /// <summary>Finds a contact, deleted or not.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The contact; null when there is none.</returns>
    public HighLevelContact? Find(string id)
    {
        lock (_location.Gate)
            return _location.Contacts.Find(id) is { } contact ? _properties.Show(contact) : null;
    }

    /// <summary>Finds a contact that is not deleted by its address.</summary>
    /// <param name="email">The address, in any case.</param>
    /// <returns>The contact; null when there is none.</returns>
    public HighLevelContact? FindByEmail(string email)
    {
        lock (_location.Gate)
            return _location.Contacts.With("email", email).FirstOrDefault() is { } contact ? _properties.Show(contact) : null;
    }

    /// <summary>Adds a contact.</summary>
    /// <param name="properties">Its values.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="InvalidOperationException">A value is not allowed, or the contact is there already.</exception>
    public HighLevelContact Create(IEnumerable<KeyValuePair<string, string?>> properties) => Create(properties, told: true);

    /// <summary>Changes one value of a contact.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="property">The name.</param>
    /// <param name="value">The value; null or empty clears it.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="InvalidOperationException">There is no such contact, or the value is not allowed.</exception>
    public HighLevelContact Update(string id, string property, string? value) => Update(id, [new(property, value)]);

    /// <summary>Changes values of a contact.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="properties">The values; null or empty clears.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="InvalidOperationException">There is no such contact, or a value is not allowed.</exception>
    public HighLevelContact Update(string id, IEnumerable<KeyValuePair<string, string?>> properties) => Do(() =>
    {
        var contact = Get(id);
        _location.Editor.Update(contact, _properties.Read(properties));
        return _properties.Show(contact);
    });

    /// <summary>Deletes a contact.</summary>
    /// <param name="id">The contact.</param>
    /// <exception cref="InvalidOperationException">There is no such contact.</exception>
    public void Delete(string id) => Do(() =>
    {
        _location.Editor.Delete(Get(id));
        return 0;
    });

    internal HighLevelContact Create(IEnumerable<KeyValuePair<string, string?>> properties, bool told) => Do(() =>
        _properties.Show(_location.Editor.Create(_properties.Read(properties), told)));

    /// <summary>Makes up people who are not there yet. Where a location lets no two have one number, it is the first one's.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">What they are drawn from.</param>
    /// <returns>How many were made.</returns>
    public int Generate(int count, long seed = 1) => Generate(count, seed, told: true);

    internal int Generate(int count, long seed, bool told)
    {
        var created = 0;
        foreach (var person in SampleContacts.Generate(int.MaxValue, seed).Where(person => FindByEmail(person.Email) is null).Take(count))
        {
            Create(person.ToHighLevelProperties().Where(value => value.Key is not "phone" || IsFree(value.Value!)), told);
            created++;
        }

        return created;
    }

    private bool IsFree(string phone)
    {
        lock (_location.Gate)
            return _location.Options.AllowsDuplicates || !_location.Contacts.With("phone", PhoneText.Read(phone)).Any();
    }

    internal bool ReadSome(bool deleted, int most, ref long next, Action<HighLevelContact> take)
    {
        lock (_location.Gate)
        {
            var ordered = _location.Contacts.Ordered;
            var end = (int)Math.Min(next + most, ordered.Count);
            for (; next < end; next++)
            {
                if (ordered[(int)next].IsDeleted == deleted)
                    take(_properties.Show(ordered[(int)next]));
            }

            return end < ordered.Count;
        }
    }

    private Contact Get(string id) => _location.Contacts.Find(id) is { IsDeleted: false } contact ? contact
        : throw new InvalidOperationException($"There is no contact '{id}'. Take an id that Create returned.");

    private T Do<T>(Func<T> work)
    {
        lock (_location.Gate)
        {
            try
            {
                return work();
            }
            catch (HighLevelProblem problem)
            {
                throw new InvalidOperationException($"The edit was refused: {problem.Message}.", problem);
            }
        }
    }
}

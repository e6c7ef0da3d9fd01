using System.Globalization;

namespace CrmMapping.Emulators;

/// <summary>Reads and edits the contacts of the emulated account as a person at its screen would. May be shared between threads.</summary>
/// <remarks>No limit counts these edits. History and webhooks name <c>CRM_UI</c> as their source. Ids that were merged away lead to the survivor.</remarks>
public sealed class HubSpotContacts
{
    private static readonly WriteOrigin Person = new("CRM_UI", "userId:77", 77);
    private static readonly WriteOrigin Importer = new("IMPORT", "import:1", 77);

    private readonly HubSpotPortal _portal;

    internal HubSpotContacts(HubSpotPortal portal) => _portal = portal;

    private ObjectKind Kind => _portal.Contacts;

    /// <summary>Gets how many contacts there are, without archived ones.</summary>
    public int Count
    {
        get { lock (_portal.Gate) return Kind.Records.ActiveCount; }
    }

    /// <summary>Gets all contacts that are not archived, in the order of their ids.</summary>
    public IReadOnlyList<HubSpotContact> All
    {
        get { lock (_portal.Gate) return [.. Kind.Records.Ordered.Where(record => !record.IsArchived).Select(Show)]; }
    }

    /// <summary>Finds a contact, archived or not.</summary>
    /// <param name="id">Its id, or one that was merged into it.</param>
    /// <returns>The contact; null when there is none, or it was erased.</returns>
    public HubSpotContact? Find(string id)
    {
        lock (_portal.Gate)
            return Resolve(id) is { } record ? Show(record) : null;
    }

    /// <summary>Finds a contact that is not archived by its primary or an additional address.</summary>
    /// <param name="email">The address, in any case.</param>
    /// <returns>The contact; null when there is none.</returns>
    public HubSpotContact? FindByEmail(string email)
    {
        lock (_portal.Gate)
            return Kind.Unique.OwnerOf(UniqueValues.Email, email) is { } id ? Show(Kind.Records.Find(id)!) : null;
    }

    /// <summary>Lists what a property was, newest first.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="property">The internal name.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="InvalidOperationException">There is no such contact.</exception>
    public IReadOnlyList<HubSpotPropertyVersion> History(string id, string property)
    {
        lock (_portal.Gate)
        {
            return [.. Get(id).HistoryOf(Kind.Schema.Find(property))
                .Select(entry => new HubSpotPropertyVersion(entry.Value, entry.Stamp.At, entry.Stamp.Origin.Source))];
        }
    }

    /// <summary>Creates a contact.</summary>
    /// <param name="properties">Its values by internal name.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="InvalidOperationException">A value is not allowed, or the address is taken.</exception>
    public HubSpotContact Create(IEnumerable<KeyValuePair<string, string?>> properties) =>
        Do(() => Show(_portal.Editor.Create(Kind, Prepare(null, properties, Person), Person)));

    /// <summary>Imports many contacts; history and webhooks name <c>IMPORT</c> as their source.</summary>
    /// <param name="contacts">The values of each contact by internal name.</param>
    /// <returns>The ids, in the order given.</returns>
    /// <exception cref="InvalidOperationException">A value is not allowed, or an address is taken; the contacts before it were created.</exception>
    public IReadOnlyList<string> CreateMany(IEnumerable<IEnumerable<KeyValuePair<string, string?>>> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return [.. Import(contacts, told: true)];
    }

    /// <summary>Changes one property of a contact.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="property">The internal name.</param>
    /// <param name="value">The value; null or empty clears it.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="InvalidOperationException">There is no such contact, or the value is not allowed.</exception>
    public HubSpotContact Update(string id, string property, string? value) => Update(id, [new(property, value)]);

    /// <summary>Changes properties of a contact.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="properties">The values by internal name; null or empty clears.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="InvalidOperationException">There is no such contact, or a value is not allowed.</exception>
    public HubSpotContact Update(string id, IEnumerable<KeyValuePair<string, string?>> properties) => Do(() =>
    {
        var record = Get(id);
        _portal.Editor.Update(Kind, record, Prepare(record, properties, Person), Person);
        return Show(record);
    });

    /// <summary>Moves the modification time of a contact without changing a property, as a logged activity does.</summary>
    /// <param name="id">The contact.</param>
    /// <exception cref="InvalidOperationException">There is no such contact.</exception>
    public void Touch(string id) => Do(() =>
    {
        Get(id).Touch(new Stamp(_portal.Now, Person));
        return 0;
    });

    /// <summary>Puts a contact into the recycle bin.</summary>
    /// <param name="id">The contact.</param>
    /// <exception cref="InvalidOperationException">There is no such contact.</exception>
    public void Archive(string id) => Do(() =>
    {
        _portal.Editor.Archive(Kind, Get(id), Person);
        return 0;
    });

    /// <summary>Takes a contact out of the recycle bin.</summary>
    /// <param name="id">The contact.</param>
    /// <exception cref="InvalidOperationException">There is no such contact, it is not archived, or its address was taken meanwhile.</exception>
    public void Restore(string id) => Do(() =>
    {
        var record = Get(id);
        if (!record.IsArchived)
            throw new InvalidOperationException($"Contact '{id}' is not archived. Only archived contacts can be restored.");
        _portal.Editor.Restore(Kind, record, Person);
        return 0;
    });

    /// <summary>Erases a contact for good, for the sake of privacy, and blocks its addresses.</summary>
    /// <param name="id">The contact.</param>
    /// <exception cref="InvalidOperationException">There is no such contact.</exception>
    public void GdprDelete(string id) => Do(() =>
    {
        _portal.Editor.Erase(Kind, Get(id), Person);
        return 0;
    });

    /// <summary>Merges two contacts.</summary>
    /// <param name="primaryId">The contact whose values win.</param>
    /// <param name="otherId">The contact that fills the gaps.</param>
    /// <returns>The survivor: a third contact, unless <see cref="HubSpotEmulatorOptions.MergeKeepsWinnerId"/> says otherwise.</returns>
    /// <exception cref="InvalidOperationException">One of the contacts does not exist, or both are the same.</exception>
    public HubSpotContact Merge(string primaryId, string otherId) =>
        Do(() => Show(_portal.Merger.Merge(Kind, Get(primaryId), Get(otherId), Person)));

    /// <summary>Imports as the result is walked through, and tells webhooks only when asked to.</summary>
    internal IEnumerable<string> Import(IEnumerable<IEnumerable<KeyValuePair<string, string?>>> contacts, bool told) => contacts.Select(contact => Do(() =>
    {
        _portal.Webhooks.IsMuted = !told;
        try
        {
            return Text(_portal.Editor.Create(Kind, Prepare(null, contact, Importer), Importer).Id);
        }
        finally
        {
            _portal.Webhooks.IsMuted = false;
        }
    }));

    private HubSpotContact Show(CrmRecord record)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < Kind.Schema.Count; ordinal++)
        {
            if (!Kind.Schema[ordinal].Archived && RecordReader.Value(Kind.Schema, record, ordinal) is { } value)
                values[Kind.Schema[ordinal].Name] = value;
        }

        return new HubSpotContact(Text(record.Id), values, record.CreatedAt, record.UpdatedAt, record.IsArchived);
    }

    private PreparedWrite Prepare(CrmRecord? record, IEnumerable<KeyValuePair<string, string?>> properties, WriteOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return _portal.Editor.Prepare(Kind, record, [.. properties], origin);
    }

    private CrmRecord Get(string id) => Resolve(id) ?? throw new InvalidOperationException($"There is no contact '{id}'. Take an id that Create returned.");

    private CrmRecord? Resolve(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Kind.Records.Resolve(number) : null;

    private T Do<T>(Func<T> work)
    {
        lock (_portal.Gate)
        {
            try
            {
                return work();
            }
            catch (HubSpotProblem problem)
            {
                var faults = string.Concat(problem.Faults.Select(fault => $" {fault.Name}: {fault.Message}."));
                throw new InvalidOperationException($"The edit was refused: {problem.Message}.{faults}", problem);
            }
        }
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}

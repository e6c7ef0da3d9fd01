using System.Globalization;

namespace CrmMapping.Emulators;

/// <summary>Reads and edits the calls, or the messages, of the emulated account as a person at its screen would. May be shared between threads.</summary>
/// <remarks>No limit counts these edits.</remarks>
public sealed class HubSpotActivities
{
    private static readonly WriteOrigin Person = new("CRM_UI", "userId:77", 77);

    private readonly HubSpotPortal _portal;
    private readonly ObjectKind _kind;

    internal HubSpotActivities(HubSpotPortal portal, ObjectKind kind) => (_portal, _kind) = (portal, kind);

    /// <summary>Gets how many there are, without archived ones.</summary>
    public int Count
    {
        get { lock (_portal.Gate) return _kind.Records.ActiveCount; }
    }

    /// <summary>Gets all that are not archived, in the order of their ids.</summary>
    public IReadOnlyList<HubSpotActivity> All
    {
        get { lock (_portal.Gate) return [.. _kind.Records.Ordered.Where(record => !record.IsArchived).Select(Show)]; }
    }

    /// <summary>Changes a property.</summary>
    /// <param name="id">The record.</param>
    /// <param name="property">The internal name.</param>
    /// <param name="value">The value; null or empty clears it.</param>
    /// <returns>The record.</returns>
    /// <exception cref="InvalidOperationException">There is no such record, or the value is not allowed.</exception>
    public HubSpotActivity Update(string id, string property, string? value)
    {
        lock (_portal.Gate)
        {
            try
            {
                var record = Get(id);
                _portal.Editor.Update(_kind, record, _portal.Editor.Prepare(_kind, record, [new(property, value)], Person), Person);
                return Show(record);
            }
            catch (HubSpotProblem problem)
            {
                throw new InvalidOperationException($"The edit was refused: {problem.Message}.", problem);
            }
        }
    }

    /// <summary>Puts a record into the recycle bin.</summary>
    /// <param name="id">The record.</param>
    /// <exception cref="InvalidOperationException">There is no such record.</exception>
    public void Archive(string id)
    {
        lock (_portal.Gate)
            _portal.Editor.Archive(_kind, Get(id), Person);
    }

    private CrmRecord Get(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _kind.Records.Find(number) is { IsArchived: false } record
            ? record
            : throw new InvalidOperationException($"There is no {_kind.Label.ToLowerInvariant()} '{id}'. Take an id of All.");

    private HubSpotActivity Show(CrmRecord record)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < _kind.Schema.Count; ordinal++)
        {
            if (!_kind.Schema[ordinal].Archived && RecordReader.Value(_kind.Schema, record, ordinal) is { } value)
                values[_kind.Schema[ordinal].Name] = value;
        }

        var contacts = _portal.Associations.Of(new(_kind.Name, record.Id), _portal.Contacts.Name).Keys;
        return new HubSpotActivity(
            record.Id.ToString(CultureInfo.InvariantCulture), values, [.. contacts.Select(static id => id.ToString(CultureInfo.InvariantCulture))],
            record.CreatedAt, record.UpdatedAt);
    }
}

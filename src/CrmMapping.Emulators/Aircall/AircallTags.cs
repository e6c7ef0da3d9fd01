using CrmMapping.Emulators.Aircall;

namespace CrmMapping.Emulators;

/// <summary>Adds, renames and deletes tags of the emulated company. May be shared between threads.</summary>
public sealed class AircallTags
{
    private readonly Company _company;

    internal AircallTags(Company company) => _company = company;

    /// <summary>Gets all tags.</summary>
    public IReadOnlyList<AircallTag> All
    {
        get { lock (_company.Gate) return [.. _company.Tags.All]; }
    }

    /// <summary>Adds a tag.</summary>
    /// <param name="name">The name; emojis are stripped.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public AircallTag Add(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        lock (_company.Gate)
            return _company.Tags.Add(name, "#00B388");
    }

    /// <summary>Gives a tag another name, on calls that bear it too.</summary>
    /// <param name="id">The tag.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such tag, or the name is empty or taken.</exception>
    public void Rename(long id, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        lock (_company.Gate)
            _company.Desk.Rename(_company.Tags.Change(Find(id), name, color: null));
    }

    /// <summary>Deletes a tag, and takes it off every call.</summary>
    /// <param name="id">The tag.</param>
    /// <exception cref="ArgumentException">There is no such tag.</exception>
    public void Delete(long id)
    {
        lock (_company.Gate)
            _company.Desk.DeleteTag(Find(id).Id);
    }

    private AircallTag Find(long id) => _company.Tags.Find(id) ?? throw new ArgumentException($"There is no tag {id}.");
}

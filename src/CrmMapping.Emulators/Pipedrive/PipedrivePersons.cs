using System.Globalization;
using CrmMapping.Emulators.Pipedrive;

namespace CrmMapping.Emulators;

/// <summary>Reads and edits the persons of the emulated company as somebody at its screen would. May be shared between threads.</summary>
/// <remarks>No limit counts these edits, and webhooks name <c>app</c> as their source. Values go by the names of <see cref="PipedrivePerson.Properties"/>.</remarks>
public sealed class PipedrivePersons
{
    private readonly Company _company;
    private readonly PersonProperties _properties;

    internal PipedrivePersons(Company company) => (_company, _properties) = (company, new PersonProperties(company));

    /// <summary>Gets how many persons there are, without deleted ones.</summary>
    public int Count
    {
        get { lock (_company.Gate) return _company.Persons.Count; }
    }

    /// <summary>Gets all persons that are not deleted, in the order of their ids.</summary>
    public IReadOnlyList<PipedrivePerson> All
    {
        get { lock (_company.Gate) return [.. _company.Persons.Ordered.Where(static person => !person.IsDeleted).Select(_properties.Show)]; }
    }

    private long User => _company.Users.All[0].Id;

    /// <summary>Finds a person, deleted or not.</summary>
    /// <param name="id">Its id, or one that was merged into it.</param>
    /// <returns>The person; null when there is none.</returns>
    public PipedrivePerson? Find(long id)
    {
        lock (_company.Gate)
            return _company.Persons.Resolve(id) is { } person ? _properties.Show(person) : null;
    }

    /// <summary>Tells whether a person has an e-mail address or a phone number, as it is written.</summary>
    /// <param name="text">The address or number, in any case.</param>
    /// <returns>True when one has.</returns>
    public bool Has(string text)
    {
        lock (_company.Gate)
            return _company.Persons.WithText(text).Any();
    }

    /// <summary>Adds a person.</summary>
    /// <param name="properties">Its values.</param>
    /// <returns>The person.</returns>
    /// <exception cref="InvalidOperationException">A value is not allowed.</exception>
    public PipedrivePerson Create(IEnumerable<KeyValuePair<string, string?>> properties) => Create(properties, told: true);

    /// <summary>Changes one value of a person.</summary>
    /// <param name="id">The person.</param>
    /// <param name="property">The name.</param>
    /// <param name="value">The value; null or empty clears it.</param>
    /// <returns>The person.</returns>
    /// <exception cref="InvalidOperationException">There is no such person, or the value is not allowed.</exception>
    public PipedrivePerson Update(long id, string property, string? value) => Update(id, [new(property, value)]);

    /// <summary>Changes values of a person.</summary>
    /// <param name="id">The person.</param>
    /// <param name="properties">The values; null or empty clears.</param>
    /// <returns>The person.</returns>
    /// <exception cref="InvalidOperationException">There is no such person, or a value is not allowed.</exception>
    public PipedrivePerson Update(long id, IEnumerable<KeyValuePair<string, string?>> properties) => Do(() =>
    {
        var person = Get(id);
        var change = _properties.Read(properties);
        _company.Editor.Update(person, change, User, byApi: false);
        return _properties.Show(person);
    });

    /// <summary>Deletes a person.</summary>
    /// <param name="id">The person.</param>
    /// <exception cref="InvalidOperationException">There is no such person.</exception>
    public void Delete(long id) => Do(() =>
    {
        _company.Editor.Delete(Get(id), User, byApi: false);
        return 0;
    });

    /// <summary>Merges two persons.</summary>
    /// <param name="survivor">The person whose values stay.</param>
    /// <param name="loser">The person that fills the gaps and is gone afterwards.</param>
    /// <returns>The survivor.</returns>
    /// <exception cref="InvalidOperationException">One of them is not there, or both are the same.</exception>
    public PipedrivePerson Merge(long survivor, long loser) => Do(() =>
    {
        if (survivor == loser)
            throw new InvalidOperationException("A person cannot be merged into itself. Give two ids.");
        var kept = Get(survivor);
        _company.Editor.Merge(kept, Get(loser), User);
        return _properties.Show(kept);
    });

    internal PipedrivePerson Create(IEnumerable<KeyValuePair<string, string?>> properties, bool told) => Do(() =>
    {
        var fill = _properties.Read(properties);
        return _properties.Show(_company.Editor.Create(Named(fill), User, byApi: false, told));
    });

    internal bool ReadSome(bool deleted, int most, ref long next, Action<PipedrivePerson> take)
    {
        lock (_company.Gate)
        {
            var ordered = _company.Persons.Ordered;
            var index = _company.Persons.FirstFrom(next);
            var end = Math.Min(index + most, ordered.Count);
            for (; index < end; index++)
            {
                next = ordered[index].Id + 1;
                if (ordered[index].IsDeleted == deleted)
                    take(_properties.Show(ordered[index]));
            }

            return end < ordered.Count;
        }
    }

    // At the screen a person without a name gets its address or number for one.
    private static Action<Person> Named(Action<Person> fill) => person =>
    {
        fill(person);
        if (person.Name.Length == 0)
            person.Name = person.Emails.Concat(person.Phones).Select(static entry => entry.Value).FirstOrDefault() ?? "(no name)";
    };

    private Person Get(long id) => _company.Persons.Resolve(id) is { IsDeleted: false } person ? person
        : throw new InvalidOperationException($"There is no person '{id.ToString(CultureInfo.InvariantCulture)}'. Take an id that Create returned.");

    private T Do<T>(Func<T> work)
    {
        lock (_company.Gate)
        {
            try
            {
                return work();
            }
            catch (PipedriveProblem problem)
            {
                throw new InvalidOperationException($"The edit was refused: {problem.Message}.", problem);
            }
        }
    }
}

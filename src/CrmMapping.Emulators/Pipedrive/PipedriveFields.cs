using CrmMapping.Emulators.Pipedrive;

namespace CrmMapping.Emulators;

/// <summary>Adds, changes and removes person fields, as an admin does. May be shared between threads.</summary>
public sealed class PipedriveFields
{
    private readonly Company _company;

    internal PipedriveFields(Company company) => _company = company;

    /// <summary>Gets all fields.</summary>
    public IReadOnlyList<PipedriveField> All
    {
        get { lock (_company.Gate) return [.. _company.Fields.All]; }
    }

    /// <summary>Adds a custom field.</summary>
    /// <param name="name">The name that people see.</param>
    /// <param name="type">The type, such as <c>varchar</c> or <c>enum</c>.</param>
    /// <param name="options">The labels of the options of an <c>enum</c> or <c>set</c>.</param>
    /// <returns>The field with its code and the ids of its options.</returns>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    public PipedriveField Add(string name, string type, params string[] options) =>
        Add(new PipedriveField(name, type) { Options = [.. options.Select(static label => new PipedriveOption(0, label))] });

    /// <summary>Adds a custom field.</summary>
    /// <param name="field">The field; where it has no code, one is made up, and likewise for its options.</param>
    /// <returns>The field with its code and the ids of its options.</returns>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    /// <exception cref="InvalidOperationException">A field with that code is there already.</exception>
    public PipedriveField Add(PipedriveField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        lock (_company.Gate)
            return _company.Fields.Add(field);
    }

    /// <summary>Finds a field.</summary>
    /// <param name="code">Its code, or the name of a custom one.</param>
    /// <returns>The field; null when there is none.</returns>
    public PipedriveField? Find(string code)
    {
        lock (_company.Gate)
            return _company.Fields.Find(code) ?? _company.Fields.FindCustom(code);
    }

    /// <summary>Removes a custom field.</summary>
    /// <param name="code">Its code.</param>
    public void Remove(string code)
    {
        lock (_company.Gate)
            _company.Fields.Remove(code);
    }

    /// <summary>Removes an option of a field; values that name it stay.</summary>
    /// <param name="code">The field's code.</param>
    /// <param name="option">The option's id.</param>
    public void RemoveOption(string code, int option)
    {
        lock (_company.Gate)
            _company.Fields.Replace(code, field => field with { Options = [.. field.Options.Where(known => known.Id != option)] });
    }
}

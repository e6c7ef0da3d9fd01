using CrmMapping.Emulators.Salesforce;

namespace CrmMapping.Emulators;

/// <summary>Reads and edits the fields of the emulated org as its admin would. May be shared between threads.</summary>
public sealed class SalesforceFields
{
    private readonly SalesforceOrg _org;

    internal SalesforceFields(SalesforceOrg org) => _org = org;

    /// <summary>Lists the fields of an object, hidden ones too.</summary>
    /// <param name="objectName">The object, such as <c>Contact</c>.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public IReadOnlyList<SalesforceField> Of(string objectName)
    {
        lock (_org.Gate)
        {
            var type = _org.Table(objectName).Type;
            return [.. Enumerable.Range(0, type.Count).Where(ordinal => type.Find(type[ordinal].Name) == ordinal).Select(ordinal => type[ordinal])];
        }
    }

    /// <summary>Adds a custom field.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">There is no such object, or the name does not end in <c>__c</c>.</exception>
    /// <exception cref="InvalidOperationException">The object has a field of that name.</exception>
    public void Add(string objectName, SalesforceField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!field.IsCustom)
            throw new ArgumentException($"'{field.Name}' is no name of a custom field. End it in '__c'.", nameof(field));
        lock (_org.Gate)
        {
            _org.Table(objectName).Type.Add(field);
            _org.SchemaChangedAt = _org.Now;
        }
    }

    /// <summary>Changes the definition of a field, standard ones too; the values stay as they are.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="name">The field.</param>
    /// <param name="change">Gives the new definition for the old one; the name and the type stay.</param>
    /// <exception cref="ArgumentException">There is no such object or field.</exception>
    public void Change(string objectName, string name, Func<SalesforceField, SalesforceField> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_org.Gate)
        {
            var (type, ordinal) = Find(objectName, name);
            type.Change(ordinal, change(type[ordinal]) with { Name = type[ordinal].Name, Type = type[ordinal].Type });
            _org.SchemaChangedAt = _org.Now;
        }
    }

    /// <summary>Removes a field and its values.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="name">The field.</param>
    /// <exception cref="ArgumentException">There is no such object or field, or the field is a standard one.</exception>
    public void Remove(string objectName, string name)
    {
        lock (_org.Gate)
        {
            var (type, ordinal) = Find(objectName, name);
            if (!type[ordinal].IsCustom)
                throw new ArgumentException($"'{name}' is a standard field. Hide it instead.", nameof(name));
            type.Remove(ordinal);
            _org.SchemaChangedAt = _org.Now;
        }
    }

    /// <summary>Replaces the statuses that leads can have; the first is what new leads get.</summary>
    /// <param name="statuses">The statuses, in their order; at least one.</param>
    public void SetLeadStatuses(params IReadOnlyList<SalesforceLeadStatus> statuses)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        ArgumentOutOfRangeException.ThrowIfZero(statuses.Count, nameof(statuses));
        lock (_org.Gate)
        {
            OrgRecords.SetLeadStatuses(_org, statuses);
            _org.Commit();
            _org.SchemaChangedAt = _org.Now;
        }
    }

    private (SObjectType Type, int Ordinal) Find(string objectName, string name)
    {
        var type = _org.Table(objectName).Type;
        return type.Find(name) is >= 0 and var ordinal
            ? (type, ordinal)
            : throw new ArgumentException($"{type.Name} has no field '{name}'. Take an API name.", nameof(name));
    }
}

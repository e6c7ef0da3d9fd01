namespace CrmMapping;

/// <summary>Knows the fields that an admin may choose from, on both sides.</summary>
internal sealed class FieldCatalog
{
    private readonly MappingSet _code;
    private readonly CrmFieldNames _crm;
    private readonly Dictionary<string, FieldDescriptor> _local = new(StringComparer.Ordinal);

    public FieldCatalog(MappingSet code, EquatableArray<FieldDescriptor> crmFields)
    {
        _code = code;
        Local = [.. code.Mappings.Select(static mapping => mapping.Local), .. code.OfferedFields];
        IsDescribed = crmFields.Count > 0;
        Crm = IsDescribed ? crmFields : code.Mappings.Select(static mapping => mapping.Crm).ToEquatableArray();
        foreach (var field in Local)
        {
            _local[field.Key] = field;
        }

        _crm = new CrmFieldNames(Crm, code.CrmAliases);
    }

    /// <summary>Gets the local fields, mapped or not.</summary>
    public EquatableArray<FieldDescriptor> Local { get; }

    /// <summary>Gets the CRM's fields as it describes them; before it was asked, those that code names.</summary>
    public EquatableArray<FieldDescriptor> Crm { get; }

    /// <summary>Gets whether the CRM was asked for its fields.</summary>
    public bool IsDescribed { get; }

    public FieldDescriptor? FindLocal(string name) => _local.GetValueOrDefault(name);

    /// <summary>Finds the CRM field that a name stands for; the field that code ships for a local one counts also where the account lacks it.</summary>
    public FieldDescriptor? FindCrm(string name, string local) =>
        _crm.Find(name) ?? (_code.FindByLocal(local) is { } shipped && shipped.Crm.Key == name ? shipped.Crm : null);

    /// <summary>Tells whether the account is known to lack a field.</summary>
    public bool Lacks(FieldDescriptor crm) => IsDescribed && !_crm.Has(crm.Key);

    public EditRefusal UnknownLocal(string name) => Refusals.UnknownLocalField(name, NearNames.Of(name, Local), Local);

    public EditRefusal UnknownCrm(string local, string name) =>
        Refusals.UnknownCrmField(local, name, NearNames.Of(name, Crm), IsDescribed);
}

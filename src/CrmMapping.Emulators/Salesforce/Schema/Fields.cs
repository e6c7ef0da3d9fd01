namespace CrmMapping.Emulators.Salesforce;

/// <summary>Shortens the description of standard fields.</summary>
internal static class Fields
{
    public static SalesforceField Text(string name, string label, int length) => new(name, label, "string", length);

    public static SalesforceField Area(string name, string label, int length = 255) => new(name, label, "textarea", length);

    public static SalesforceField Phone(string name, string label) => new(name, label, "phone", 40);

    public static SalesforceField Email(string name, string label) => new(name, label, "email", 80);

    public static SalesforceField Flag(string name, string label) =>
        new(name, label, "boolean") { IsNillable = false, IsDefaultedOnCreate = true };

    public static SalesforceField Date(string name, string label) => new(name, label, "date");

    public static SalesforceField Moment(string name, string label) => new(name, label, "datetime");

    public static SalesforceField Number(string name, string label, int precision, int scale) =>
        new(name, label, "double") { Precision = precision, Scale = scale };

    public static SalesforceField Whole(string name, string label) => new(name, label, "int");

    public static SalesforceField Choice(string name, string label, params string[] values) =>
        new(name, label, "picklist", 255) { PicklistValues = [.. values.Select(value => new SalesforcePicklistValue(value, value))] };

    public static SalesforceField Reference(string name, string label, string? relationship, params string[] to) =>
        new(name, label, "reference", 18) { RelationshipName = relationship, ReferenceTo = to };

    public static SalesforceField Address(string name, string label) => new SalesforceField(name, label, "address").ReadOnly();

    extension(SalesforceField field)
    {
        public SalesforceField ReadOnly() => field with { IsCreateable = false, IsUpdateable = false };

        public SalesforceField Required() => field with { IsNillable = false };

        public SalesforceField Defaulted() => field with { IsDefaultedOnCreate = true };

        /// <summary>Makes one value of a picklist the one that new records get.</summary>
        public SalesforceField Default(string value) => field with
        {
            IsDefaultedOnCreate = true,
            PicklistValues = [.. field.PicklistValues.Select(one => one with { IsDefault = one.Value == value })],
        };

        public SalesforceField Lookup() => field with { IsIdLookup = true };
    }

    /// <summary>The fields that every object begins with, at the ordinals of <see cref="SystemField"/>.</summary>
    public static IEnumerable<SalesforceField> System(bool canBeDeleted = true) =>
    [
        new SalesforceField("Id", "Record ID", "id", 18) { IsNillable = false, IsDefaultedOnCreate = true, IsIdLookup = true }.ReadOnly(),
        Flag("IsDeleted", "Deleted").ReadOnly() with { IsHidden = !canBeDeleted },
        Moment("CreatedDate", "Created Date").ReadOnly().Required().Defaulted(),
        Reference("CreatedById", "Created By ID", "CreatedBy", "User").ReadOnly().Required().Defaulted(),
        Moment("LastModifiedDate", "Last Modified Date").ReadOnly().Required().Defaulted(),
        Reference("LastModifiedById", "Last Modified By ID", "LastModifiedBy", "User").ReadOnly().Required().Defaulted(),
        Moment("SystemModstamp", "System Modstamp").ReadOnly().Required().Defaulted(),
    ];
}

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Leads from a record to a value, through references where the path has dots.</summary>
internal sealed class FieldPath
{
    // What a reference that may point at several objects shows of any of them.
    private static readonly string[] NameFields = ["Id", "Name", "FirstName", "LastName", "Email", "Username", "Alias", "IsActive", "Type", "Phone", "Title"];

    private readonly SalesforceOrg _org;
    private readonly int[] _references;

    private FieldPath(SalesforceOrg org, int[] references, SalesforceField field, int ordinal)
    {
        (_org, _references, Field, Ordinal) = (org, references, field, ordinal);
    }

    public SalesforceField Field { get; }

    /// <summary>The ordinal of the last field; -1 where it depends on what the reference points at.</summary>
    public int Ordinal { get; }

    /// <summary>Whether the value is the record's own.</summary>
    public bool IsOwn => _references.Length is 0;

    /// <summary>Finds a path; the object's own name or alias may stand before it.</summary>
    /// <exception cref="SalesforceProblem">There is no such field or relationship.</exception>
    public static FieldPath Bind(SalesforceOrg org, SObjectType type, SoqlQuery query, SoqlToken token)
    {
        var parts = token.Text.Split('.');
        if (parts.Length > 1 && (Same(parts[0], query.Alias) || (Same(parts[0], type.Name) && type.FindRelationship(parts[0]) < 0)))
            parts = parts[1..];
        var references = new List<int>();
        foreach (var part in parts[..^1])
        {
            if (type.FindRelationship(part) is not (>= 0 and var reference))
                throw SoqlProblem.NoRelationship(query.Text, token.Position, part);
            references.Add(reference);
            if (type[reference].ReferenceTo.Count > 1)
                return Named(org, [.. references], query, token, parts[^1]);
            if (org.FindTable(type[reference].ReferenceTo[0]) is not { } table)
                throw SoqlProblem.NoRelationship(query.Text, token.Position, part);
            type = table.Type;
        }

        var ordinal = type.FindVisible(parts[^1]);
        return ordinal >= 0
            ? new FieldPath(org, [.. references], type[ordinal], ordinal)
            : throw SoqlProblem.NoColumn(query.Text, token.Position, parts[^1], type.Name);
    }

    public object? Value(SObject record)
    {
        var at = record;
        foreach (var reference in _references)
        {
            if (at[reference] is not string id || _org.FindRecord(id) is not { } target)
                return null;
            at = target;
        }

        return Ordinal >= 0 ? at[Ordinal] : OfName(at, Field.Name);
    }

    /// <summary>Gives a field of whatever a reference points at; users have no type of their own to show.</summary>
    public static object? OfName(SObject record, string field)
    {
        if (field is "Type" && record.Type.Find("Type") < 0)
            return record.Type.Name;
        return record.Type.Find(field) is >= 0 and var ordinal ? record[ordinal] : null;
    }

    private static FieldPath Named(SalesforceOrg org, int[] references, SoqlQuery query, SoqlToken token, string name)
    {
        var field = Array.Find(NameFields, one => Same(one, name)) ?? throw SoqlProblem.NoColumn(query.Text, token.Position, name, "Name");
        return new FieldPath(org, references, new SalesforceField(field, field, field switch { "IsActive" => "boolean", "Id" => "id", _ => "string" }), -1);
    }

    private static bool Same(string left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

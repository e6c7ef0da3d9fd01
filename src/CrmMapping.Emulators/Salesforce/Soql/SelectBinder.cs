namespace CrmMapping.Emulators.Salesforce;

/// <summary>Finds the fields that a query asks for.</summary>
internal sealed class SelectBinder(SalesforceOrg org, SObjectType type, SoqlQuery query)
{
    private const int MostRowsOfAllFields = 200;

    public SelectNode Bind()
    {
        var root = new SelectNode(type);
        foreach (var token in query.Fields)
        {
            if (token.Text.StartsWith("FIELDS(", StringComparison.Ordinal))
                AddGroup(root, token);
            else
                Add(root, token);
        }

        return root;
    }

    private void Add(SelectNode root, SoqlToken token)
    {
        // Binding the path checks every step of it.
        var path = FieldPath.Bind(org, type, query, token);
        var parts = token.Text.Split('.');
        if (path.IsOwn)
            parts = parts[^1..];
        else if (type.FindRelationship(parts[0]) < 0)
            parts = parts[1..];
        var node = root;
        foreach (var part in parts[..^1])
            node = node.Child(org, node.Type!.FindRelationship(part));
        if (node.Has(parts[^1]))
            throw SoqlProblem.Field(query.Text, token.Position, $"duplicate field selected: {token.Text}");
        node.Add(path.Field.Name, path.Ordinal);
    }

    private void AddGroup(SelectNode root, SoqlToken token)
    {
        if (token.Text is not "FIELDS(STANDARD)" && query.Limit is not <= MostRowsOfAllFields)
            throw SoqlProblem.At(query.Text, token.Position, $"The SOQL FIELDS function must have a LIMIT of at most {MostRowsOfAllFields}");
        foreach (var ordinal in type.Visible)
        {
            var isAsked = token.Text switch
            {
                "FIELDS(ALL)" => true,
                "FIELDS(STANDARD)" => !type[ordinal].IsCustom,
                "FIELDS(CUSTOM)" => type[ordinal].IsCustom,
                _ => throw SoqlProblem.At(query.Text, token.Position, $"unexpected token: '{token.Text}'"),
            };
            if (isAsked)
                root.Add(type[ordinal].Name, ordinal);
        }
    }
}

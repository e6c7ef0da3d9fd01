using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Finds the rows of a query: reaches the records by the best index, tests, sorts and cuts.</summary>
internal static class SoqlRunner
{
    public static BoundQuery Run(SalesforceOrg org, string text, bool withDeleted = false) => Run(org, SoqlParser.Parse(text), withDeleted);

    public static BoundQuery Run(SalesforceOrg org, SoqlQuery query, bool withDeleted)
    {
        var table = org.FindTable(query.From.Text) ?? throw SalesforceProblem.Bad("INVALID_TYPE",
            $"sObject type '{query.From.Text}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.");
        var selected = new SelectBinder(org, table.Type, query).Bind();
        var rows = Rows(org, table, query, withDeleted).ToList();
        return new BoundQuery(table.Type, query.IsCount ? [] : rows, selected, query.IsCount, rows.Count);
    }

    /// <summary>Gives the one column of a query within a query.</summary>
    public static IEnumerable<string> Values(SalesforceOrg org, SoqlQuery query)
    {
        if (query.Fields is not [var field])
            throw SoqlProblem.At(query.Text, query.From.Position, "a semi join takes exactly one field");
        var table = org.FindTable(query.From.Text) ?? throw SalesforceProblem.Bad("INVALID_TYPE", $"sObject type '{query.From.Text}' is not supported.");
        var path = FieldPath.Bind(org, table.Type, query, field);
        return Rows(org, table, query, withDeleted: false).Select(path.Value).OfType<string>();
    }

    private static IEnumerable<SObject> Rows(SalesforceOrg org, RecordTable table, SoqlQuery query, bool withDeleted)
    {
        var condition = new ConditionBinder(org, table.Type, query).Bind(query.Where);
        var order = query.Order.Select(one => Key(org, table.Type, query, one)).ToList();
        var access = condition.Access == Access.Everything && IsBy(order, 0, SystemField.SystemModstamp)
            ? new Access.Span(Instant.MinValue, Instant.MaxValue)
            : condition.Access;
        var owner = query.Scope is "mine" ? table.Type.OwnerId : -1;
        var rows = access.In(table).Where(record => (withDeleted || !record.IsDeleted) && condition.Holds(record)
            && (owner < 0 || Equals(record[owner], org.IntegrationUserId)));
        if (order.Count > 0 && !IsSorted(access, order))
            rows = rows.Order(new RowOrder(order));
        if (query.Offset > 0)
            rows = rows.Skip(query.Offset);
        return query.Limit is { } limit ? rows.Take(limit) : rows;
    }

    private static RowOrder.Key Key(SalesforceOrg org, SObjectType type, SoqlQuery query, SoqlOrder order)
    {
        var path = FieldPath.Bind(org, type, query, order.Field);
        return path.Field.IsFilterable && path.Field.Type is not "multipicklist"
            ? new RowOrder.Key(path, order.IsDescending, order.NullsLast)
            : throw SoqlProblem.Field(query.Text, order.Field.Position, $"field '{path.Field.Name}' can not be sorted in a query call");
    }

    // The span gives its records by SystemModstamp and id: the order that those who poll ask for costs nothing.
    private static bool IsSorted(Access access, List<RowOrder.Key> order) => access switch
    {
        Access.Span => IsBy(order, 0, SystemField.SystemModstamp) && (order.Count is 1 || (order.Count is 2 && IsBy(order, 1, SystemField.Id))),
        Access.FromId => order.Count is 1 && IsBy(order, 0, SystemField.Id),
        _ => access == Access.Everything && order.Count is 1 && IsBy(order, 0, SystemField.Id),
    };

    private static bool IsBy(List<RowOrder.Key> order, int index, int ordinal) =>
        index < order.Count && order[index] is { IsDescending: false } key && key.Path.IsOwn && key.Path.Ordinal == ordinal;
}

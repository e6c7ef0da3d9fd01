namespace CrmMapping.Emulators.Salesforce;

/// <summary>Sorts rows: text with no regard to case, ids with regard to it.</summary>
internal sealed class RowOrder(IReadOnlyList<RowOrder.Key> keys) : IComparer<SObject>
{
    public int Compare(SObject? x, SObject? y)
    {
        foreach (var key in keys)
        {
            var (left, right) = (key.Path.Value(x!), key.Path.Value(y!));
            if (left is null || right is null)
            {
                if (left is null != right is null)
                    return left is null == key.NullsLast ? 1 : -1;
                continue;
            }

            var order = Compare(key.Path.Field, left, right);
            if (order is not 0)
                return key.IsDescending ? -order : order;
        }

        return 0;
    }

    private static int Compare(SalesforceField field, object left, object right) => left is string text
        ? string.Compare(text, (string)right, field.Type is "id" or "reference" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
        : ((IComparable)left).CompareTo(right);

    /// <summary>One field to sort by.</summary>
    internal sealed record Key(FieldPath Path, bool IsDescending, bool NullsLast);
}

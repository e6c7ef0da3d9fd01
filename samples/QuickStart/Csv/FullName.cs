namespace QuickStart;

/// <summary>Parts a name that fills one column: the last word is the family's.</summary>
internal static class FullName
{
    public const string Property = "(full name)";

    public static Dictionary<string, string?> Split(Dictionary<string, string?> values)
    {
        if (values.Remove(Property, out var name))
        {
            var space = name!.LastIndexOf(' ');
            values.TryAdd(nameof(Contact.LastName), name[(space + 1)..]);
            if (space > 0)
            {
                values.TryAdd(nameof(Contact.FirstName), name[..space].TrimEnd());
            }
        }

        return values;
    }
}

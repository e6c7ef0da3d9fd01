using System.Text;

namespace CrmMapping;

/// <summary>Knows what the name of a property tells of it.</summary>
internal static class FieldConventions
{
    private static readonly (string Ending, FieldType Type)[] Endings =
    [
        ("Email", FieldType.Email),
        ("EmailAddress", FieldType.Email),
        ("Phone", FieldType.Phone),
        ("PhoneNumber", FieldType.Phone),
        ("Mobile", FieldType.Phone),
        ("Fax", FieldType.Phone),
        ("Website", FieldType.Url),
        ("Url", FieldType.Url),
        ("Link", FieldType.Url),
    ];

    public static FieldType TypeOf(string name)
    {
        foreach (var (ending, type) in Endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return type;
            }
        }

        return FieldType.Text;
    }

    /// <summary>Splits a name into words: <c>FirstName</c> is <c>First name</c>, <c>CRMId</c> is <c>CRM id</c>.</summary>
    public static string LabelOf(string name)
    {
        var label = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            var startsWord = index > 0 && StartsWord(name, index);
            if (startsWord)
            {
                label.Append(' ');
            }

            label.Append(startsWord && !IsInitial(name, index) ? char.ToLowerInvariant(name[index]) : name[index]);
        }

        return label.Replace("_", "").ToString();
    }

    private static bool StartsWord(string name, int index) => char.IsUpper(name[index])
        ? !char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]))
        : char.IsDigit(name[index]) && !char.IsDigit(name[index - 1]);

    private static bool IsInitial(string name, int index) => index + 1 < name.Length && char.IsUpper(name[index + 1]);
}

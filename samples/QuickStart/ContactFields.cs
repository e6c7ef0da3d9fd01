using System.Reflection;

namespace QuickStart;

/// <summary>Knows the fields of a contact by name.</summary>
internal static class ContactFields
{
    public static string Names => string.Join(", ", typeof(Contact).GetProperties().Select(known => known.Name));

    public static PropertyInfo? Find(string name) =>
        typeof(Contact).GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    public static Func<Contact, string?> Reader(string name) => Find(name)!.GetMethod!.CreateDelegate<Func<Contact, string?>>();

    public static void Set(Contact contact, IReadOnlyDictionary<string, string?> values)
    {
        foreach (var (name, value) in values)
        {
            Find(name)!.SetValue(contact, value);
        }
    }
}

namespace CrmMapping.Pipedrive;

/// <summary>Says where in a person a field of a map stands.</summary>
/// <param name="Property">The property of the person, or the key of a custom field.</param>
/// <param name="Part">The part of a value of several parts, or the label of a further address or number; null for the value itself.</param>
/// <param name="Kind">What kind of place it is.</param>
internal readonly record struct PersonKey(string Property, string? Part, PersonKeyKind Kind)
{
    private const int HashLength = 40;

    /// <summary>Reads a field's key: <c>email</c>, <c>email.home</c>, <c>owner_id</c>, or a custom field's key with or without a part.</summary>
    public static PersonKey Parse(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var (head, part) = dot < 0 ? (key, null) : (key[..dot], key[(dot + 1)..]);
        return head switch
        {
            "email" => new("emails", part, PersonKeyKind.Entry),
            "phone" => new("phones", part, PersonKeyKind.Entry),
            "im" => new("im", part, PersonKeyKind.Entry),
            _ => new(head, part, IsCustom(head) ? PersonKeyKind.Custom : PersonKeyKind.Property),
        };
    }

    /// <summary>Tells whether a text is the key of a custom field.</summary>
    public static bool IsCustom(string key) => key.Length == HashLength && key.All(char.IsAsciiHexDigit);
}

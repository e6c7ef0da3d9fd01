namespace CrmMapping.Emulators;

/// <summary>Knows who owns a unique value: primary and additional addresses of contacts, and properties with <c>hasUniqueValue</c>.</summary>
internal sealed class UniqueValues(ObjectKind kind)
{
    public const string Email = "email";

    private const string AdditionalEmails = "hs_additional_emails";

    private readonly Dictionary<string, Dictionary<string, long>> _owners = new(StringComparer.Ordinal);

    public bool IsUnique(HubSpotProperty property) => property.HasUniqueValue || (kind.IsContacts && property.Name is Email);

    public long? OwnerOf(string property, string value) =>
        _owners.TryGetValue(property, out var owners) && owners.TryGetValue(value, out var id) ? id : null;

    /// <summary>Notes that a value changed hands within one record.</summary>
    public void Moved(CrmRecord record, HubSpotProperty property, string? before, string? after)
    {
        if (property.Name is AdditionalEmails && kind.IsContacts)
        {
            foreach (var address in Addresses(before))
                Release(Email, address, record.Id);
            foreach (var address in Addresses(after))
                Claim(Email, address, record.Id);
            return;
        }

        if (!IsUnique(property))
            return;
        Release(property.Name, before, record.Id);
        Claim(property.Name, after, record.Id);
    }

    public void ClaimAll(CrmRecord record) => ForAll(record, claim: true);

    public void ReleaseAll(CrmRecord record) => ForAll(record, claim: false);

    public void Clear() => _owners.Clear();

    public static string[] Addresses(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private void ForAll(CrmRecord record, bool claim)
    {
        for (var ordinal = 0; ordinal < kind.Schema.Count; ordinal++)
        {
            if (record[ordinal] is { } value)
                Moved(record, kind.Schema[ordinal], claim ? null : value, claim ? value : null);
        }
    }

    private void Claim(string property, string? value, long id)
    {
        if (value is null)
            return;
        if (!_owners.TryGetValue(property, out var owners))
            _owners[property] = owners = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        owners.TryAdd(value, id);
    }

    private void Release(string property, string? value, long id)
    {
        if (value is not null && OwnerOf(property, value) == id)
            _owners[property].Remove(value);
    }
}

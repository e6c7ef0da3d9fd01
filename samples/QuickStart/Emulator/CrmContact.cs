namespace QuickStart;

/// <summary>Holds a contact as the account has it.</summary>
internal sealed record CrmContact(string Id, IReadOnlyDictionary<string, string?> Properties, string? ModifiedAt = null);

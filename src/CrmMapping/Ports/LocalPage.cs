namespace CrmMapping;

/// <summary>Holds one page of the host's contacts.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <param name="Contacts">The contacts.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record LocalPage<TContact>(IReadOnlyList<LocalContact<TContact>> Contacts, string? Next)
    where TContact : class, new();

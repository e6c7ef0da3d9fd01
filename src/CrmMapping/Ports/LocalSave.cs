namespace CrmMapping;

/// <summary>Asks for a changed contact to be saved.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <param name="Id">The contact's id.</param>
/// <param name="Contact">The contact with its new values.</param>
/// <param name="ExpectedVersion">The version that was read; a contact with another one is not saved.</param>
/// <param name="ChangedFields">The keys of the local fields that were changed; the others hold what was read.</param>
public sealed record LocalSave<TContact>(
    string Id, TContact Contact, string ExpectedVersion, EquatableArray<string> ChangedFields)
    where TContact : class, new();

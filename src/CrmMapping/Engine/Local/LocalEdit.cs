namespace CrmMapping;

/// <summary>Asks for a contact to be saved that was read at a version and changed.</summary>
internal sealed record LocalEdit(string Id, object Contact, string Version, EquatableArray<string> Fields);

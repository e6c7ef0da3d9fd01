namespace CrmMapping;

/// <summary>Holds a contact's activity as it was last counted, and not yet put into the contact.</summary>
/// <param name="LocalId">The contact.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Revision">The number that grows with each change of it.</param>
public sealed record UnsavedActivity(string LocalId, ContactActivity Activity, long Revision);

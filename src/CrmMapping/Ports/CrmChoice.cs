namespace CrmMapping;

/// <summary>Describes something that a user of the host may choose: a disposition status, a call disposition, an owner.</summary>
/// <param name="Key">What is written.</param>
/// <param name="Label">What people see.</param>
/// <param name="IsCrmOwned">Whether it comes from the CRM and can only be changed there, 🔒.</param>
public sealed record CrmChoice(string Key, string Label, bool IsCrmOwned);

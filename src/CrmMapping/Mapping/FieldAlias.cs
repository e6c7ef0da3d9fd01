namespace CrmMapping;

/// <summary>Gives a CRM's field another name, one that people print, unless the account has a field of that very name.</summary>
/// <param name="Name">The name that is printed, for example <c>lead_status</c>.</param>
/// <param name="Key">The name that the CRM's API uses, for example <c>hs_lead_status</c>.</param>
public sealed record FieldAlias(string Name, string Key);

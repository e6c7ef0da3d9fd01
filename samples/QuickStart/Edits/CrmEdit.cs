namespace QuickStart;

/// <summary>Changes one field of one contact of the account.</summary>
internal sealed record CrmEdit(string Id, string Property, string Value);

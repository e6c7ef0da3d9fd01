namespace QuickStart;

/// <summary>Changes one local contact.</summary>
internal sealed record LocalEdit(string Id, Action<Contact> Change);

namespace CrmMapping.Aloware.Tests;

/// <summary>A row of the tables in which the fields are documented.</summary>
/// <param name="Local">The name of the local field.</param>
/// <param name="Crm">The property, as it is printed; null where it is a custom one that bears no name.</param>
/// <param name="Label">What people see in the CRM.</param>
/// <param name="Type">The property's type, as it is printed; null where none is.</param>
/// <param name="Category">How far an admin may change the mapping.</param>
/// <param name="Group">The heading of the table.</param>
/// <param name="Allowed">The directions from which an admin may choose, as arrows.</param>
/// <param name="Default">The direction at first, where one is printed.</param>
/// <param name="Options">The choices of a list, where they are known.</param>
/// <param name="Inferred">Whether prose names the field and the table lacks it.</param>
public sealed record CatalogRow(
    string Local, string? Crm, string Label, string? Type, string Category, string Group, string Allowed, string? Default, string[]? Options,
    bool Inferred)
{
    // The host's own id and link of a contact are its to say, whatever the heading allows.
    public string AllowedByRule => Local is "Aloware Contact ID" or "Aloware Contact Link" ? "→" : Allowed;

    public override string ToString() => Local;
}

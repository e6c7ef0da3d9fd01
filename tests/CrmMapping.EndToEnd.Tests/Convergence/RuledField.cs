using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Says how a field of the histories is mapped, and how it is read and edited on either side.</summary>
/// <param name="Crm">The CRM's property.</param>
/// <param name="Local">The host's property.</param>
/// <param name="Get">Reads it here.</param>
/// <param name="Set">Edits it here.</param>
/// <param name="Rule">What the mapping says.</param>
internal sealed record RuledField(string Crm, string Local, Func<Person, string?> Get, Action<Person, string?> Set, RuledField.Kind Rule)
{
    public enum Kind
    {
        /// <summary>Both ways, whatever the policy.</summary>
        BothWays,

        /// <summary>Both ways, and a blank overwrites nothing.</summary>
        KeepsWhenBlank,

        /// <summary>Both ways, and only a blank is written over.</summary>
        FillsWhenBlank,

        ToCrm,
        FromCrm,
    }

    public static IReadOnlyList<RuledField> All { get; } =
    [
        new("firstname", "FirstName", static p => p.FirstName, static (p, v) => p.FirstName = v, Kind.BothWays),
        new("lastname", "LastName", static p => p.LastName, static (p, v) => p.LastName = v, Kind.BothWays),
        new("city", "City", static p => p.City, static (p, v) => p.City = v, Kind.BothWays),
        new("company", "Company", static p => p.Company, static (p, v) => p.Company = v, Kind.BothWays),
        new("jobtitle", "JobTitle", static p => p.JobTitle, static (p, v) => p.JobTitle = v, Kind.KeepsWhenBlank),
        new("address", "Street", static p => p.Street, static (p, v) => p.Street = v, Kind.FillsWhenBlank),
        new("zip", "Zip", static p => p.Zip, static (p, v) => p.Zip = v, Kind.ToCrm),
        new("state", "State", static p => p.State, static (p, v) => p.State = v, Kind.FromCrm),
    ];

    public string Here(Person person) => Get(person) ?? "";

    public string There(HubSpotContact contact) => contact[Crm] ?? "";
}

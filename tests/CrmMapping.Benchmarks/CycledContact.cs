using System.Globalization;

namespace CrmMapping.Benchmarks;

/// <summary>A contact of the host whose syncing is measured end to end.</summary>
public sealed class CycledContact
{
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? City { get; set; }

    public string? Company { get; set; }

    public static KeyValuePair<string, string?>[] InCrm(int number) =>
    [
        new("phone", string.Create(CultureInfo.InvariantCulture, $"+1415{2_000_000 + number}")),
        new("email", string.Create(CultureInfo.InvariantCulture, $"contact{number}@example.com")),
        new("firstname", Samples.Text(number, 1)),
        new("lastname", Samples.Text(number, 2)),
        new("city", Samples.Text(number, 3)),
        new("company", Samples.Text(number, 4)),
    ];
}

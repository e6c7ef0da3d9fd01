using System.Text.Json.Serialization;
using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public sealed record Contact
{
    public string? FirstName { get; set; }

    public string? Phone { get; set; }

    public string? MobilePhone { get; set; }

    public string? Email { get; set; }

    public Instant? CalledAt { get; set; }

    public LocalDate? Birthday { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(Contact))]
public sealed partial class ContactJsonContext : JsonSerializerContext;

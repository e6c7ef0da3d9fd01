using System.Collections.Frozen;
using NodaTime;

namespace CrmMapping.Aloware;

/// <summary>Turns names of time zones into HubSpot's: <c>America/New_York</c> is the option <c>america_slash_new_york</c> there.</summary>
internal sealed record HubSpotTimeZoneConverter : IFieldConverter
{
    private static readonly FrozenDictionary<string, string> Options = DateTimeZoneProviders.Tzdb.Ids
        .ToFrozenDictionary(static id => id, Option, StringComparer.OrdinalIgnoreCase);

    // A property that an admin chose instead may hold the plain names.
    private static readonly FrozenDictionary<string, string> Names = Options.Keys.Select(static id => (Name: id, Id: id))
        .Concat(Options.Select(static pair => (Name: pair.Value, Id: pair.Key)))
        .DistinctBy(static pair => pair.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(static pair => pair.Name, static pair => pair.Id, StringComparer.OrdinalIgnoreCase);

    public FieldValue ToCrm(FieldValue local) => local.IsBlank ? local : Find(Options, local);

    public FieldValue FromCrm(FieldValue crm) => crm.IsBlank ? crm : Find(Names, crm);

    public override string ToString() => "a time zone of HubSpot's";

    private static FieldValue Find(FrozenDictionary<string, string> known, FieldValue value) =>
        known.TryGetValue(value.Text!, out var found) ? found : FieldValue.Unknown;

#pragma warning disable CA1308 // HubSpot's options are in lower case.
    private static string Option(string id) =>
        id.ToLowerInvariant().Replace("/", "_slash_", StringComparison.Ordinal).Replace("-", "_hyphen_", StringComparison.Ordinal);
#pragma warning restore CA1308
}

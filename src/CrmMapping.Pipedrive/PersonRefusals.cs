using System.Globalization;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Puts what Pipedrive says against a person into terms that CRMs share, without its sentence, which may hold values.</summary>
internal static class PersonRefusals
{
    /// <summary>Refuses what only companies with contact sync have.</summary>
    public static WriteRefusal NoContactSync(IReadOnlyList<string> keys) => new()
    {
        Summary = "403",
        Fields = [.. keys.Select(static key => new FieldRefusal(
            key, IssueCode.ReadOnlyField, "Pipedrive takes this field only where contact sync is on for the company. Turn it on there, or delete the mapping."))],
        FieldsForAll = [.. keys],
    };

    /// <summary>Reads a refusal: the fields that it names are refused, and where it names none, the person.</summary>
    public static WriteRefusal Of(int status, PipedriveRefusal refusal, IEnumerable<(PersonKey Place, string Key)> written) => new()
    {
        Summary = status.ToString(CultureInfo.InvariantCulture),
        Fields = [.. written.Where(field => Names(refusal, field.Place)).Select(field => Of(refusal, field.Key))],
    };

    private static bool Names(PipedriveRefusal refusal, PersonKey place) => refusal.Names(place.Property)
        || (place.Kind == PersonKeyKind.Entry && refusal.Names(place.Property.TrimEnd('s')))
        || (place.Property is "first_name" or "last_name" && refusal.Names("name"));

    private static FieldRefusal Of(PipedriveRefusal refusal, string key) => refusal switch
    {
        _ when refusal.Says("option") => new(key, IssueCode.NotAnOption, "Pipedrive's field has no such option."),
        _ when refusal.Says("too long") || refusal.Says("length") => new(key, IssueCode.ValueTooLong, "Pipedrive's field takes no text that long."),
        _ when refusal.Says("not found") || refusal.Says("does not exist") || refusal.Says("unknown") =>
            new(key, IssueCode.RefusedByCrm, "Pipedrive knows no such field, or nothing that the value refers to."),
        _ => new(key, IssueCode.RefusedByCrm, "Pipedrive refused the value."),
    };
}

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
    public static WriteRefusal Of(int status, PipedriveRefusal refusal, IEnumerable<(PersonKey Place, FieldDescriptor Field)> written, Func<string, bool> isThere) => new()
    {
        Summary = status.ToString(CultureInfo.InvariantCulture),
        Fields = [.. written.Where(field => Names(refusal, field.Place))
            .Select(field => field.Place.Kind == PersonKeyKind.Custom && !isThere(field.Place.Property)
                ? new FieldRefusal(field.Field.Key, IssueCode.FieldMissing, "Pipedrive's company has no such field.")
                : Of(refusal, field.Field))],
    };

    private static bool Names(PipedriveRefusal refusal, PersonKey place) => refusal.Names(place.Property)
        || (place.Kind == PersonKeyKind.Entry && refusal.Names(place.Property.TrimEnd('s')))
        || (place.Property is "first_name" or "last_name" && refusal.Names("name"));

    /// <summary>Gives the custom fields that a refusal names.</summary>
    public static IEnumerable<string> NamedCustom(PipedriveRefusal refusal, IEnumerable<(PersonKey Place, FieldDescriptor Field)> written) =>
        written.Where(field => field.Place.Kind == PersonKeyKind.Custom && Names(refusal, field.Place)).Select(static field => field.Place.Property);

    private static FieldRefusal Of(PipedriveRefusal refusal, FieldDescriptor field) => Of(refusal, field.Key, field.Type is FieldType.Picklist or FieldType.MultiPicklist);

    private static FieldRefusal Of(PipedriveRefusal refusal, string key, bool hasOptions) => refusal switch
    {
        _ when hasOptions => new(key, IssueCode.NotAnOption, "Pipedrive's field has no such option."),
        _ when refusal.Says("too long") || refusal.Says("length") => new(key, IssueCode.ValueTooLong, "Pipedrive's field takes no text that long."),
        _ when refusal.Says("not found") || refusal.Says("does not exist") || refusal.Says("unknown") =>
            new(key, IssueCode.RefusedByCrm, "Pipedrive knows no such field, or nothing that the value refers to."),
        _ => new(key, IssueCode.RefusedByCrm, "Pipedrive refused the value."),
    };
}

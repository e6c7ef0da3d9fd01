using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Creates the custom fields that a map would have and the location lacks. Alters and deletes none.</summary>
internal sealed class FieldMaker(ContactsApi api, LocationSchema schema)
{
    public async Task<IReadOnlyList<FieldSetUpResult>> MakeAsync(
        IReadOnlyList<FieldSetUp> wanted, bool isPreview, CancellationToken cancellationToken)
    {
        var present = (await schema.DescribeAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(static field => field.Key, StringComparer.Ordinal);
        var results = new List<FieldSetUpResult>();
        foreach (var one in wanted)
        {
            results.Add(Find(present, one.Field.Key) is { } there ? Adopt(one.Field, there)
                : present.Values.FirstOrDefault(field => field.IsCustom && field.Label == one.Field.Label) is { } namesake ? ByHand(one.Field, Pointer(namesake.Key))
                : isPreview ? Created(one.Field, "would be created")
                : await CreateAsync(one.Field, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private static FieldDescriptor? Find(Dictionary<string, FieldDescriptor> present, string key) =>
        present.GetValueOrDefault(key) ?? present.GetValueOrDefault(FullKey(key));

    private static string FullKey(string key) => key.StartsWith(FieldTypes.Prefix, StringComparison.Ordinal) ? key : FieldTypes.Prefix + key;

    private static FieldSetUpResult Adopt(FieldDescriptor wanted, FieldDescriptor there)
    {
        if (!FieldTypes.MayStandFor(there.Type, wanted.Type))
        {
            return ByHand(wanted, $"'{there.Key}' is there as {there.Type}. Create another field and point the mapping at it.");
        }

        var missing = Missing(wanted, there);
        return missing.Count == 0
            ? new FieldSetUpResult(wanted.Key, OperationLineKind.Adopted, $"'{there.Key}' ({there.Label}) is there.")
            : ByHand(wanted, $"'{there.Key}' is there without the options {string.Join(", ", missing)}. Add them.");
    }

    private static List<string> Missing(FieldDescriptor wanted, FieldDescriptor there) => there.Type is FieldType.Picklist or FieldType.MultiPicklist
        ? [.. Options(wanted).Where(option => !there.Options.Any(have => have.Value == option))]
        : [];

    private static IEnumerable<string> Options(FieldDescriptor field) =>
        field.Type == FieldType.Boolean ? ["true", "false"] : field.Options.Select(static option => option.Value);

    private static FieldSetUpResult Created(FieldDescriptor wanted, string what) =>
        new(wanted.Key, OperationLineKind.Created, $"'{FullKey(wanted.Key)}' ({wanted.Label}, {wanted.Type}) {what}.");

    private static FieldSetUpResult ByHand(FieldDescriptor wanted, string what) =>
        new(wanted.Key, OperationLineKind.ByHand, $"'{wanted.Key}' ({wanted.Label}, {wanted.Type}) is to be set up by hand: {what}");

    private static string Pointer(string key) => $"HighLevel calls the field of that name '{key}'. Point the mapping at it.";

    private async Task<FieldSetUpResult> CreateAsync(FieldDescriptor wanted, CancellationToken cancellationToken)
    {
        using var body = Body(wanted);
        var request = ContactsApi.Post(Requests.CreateField, HighLevelPaths.Fields(api.LocationId), body) with { IsRepeatable = false };
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsUnanswered)
        {
            throw new CrmException(
                CrmFailure.Passing, api.Http.Connection.Name,
                "HighLevel gave no answer to the creation of a custom field. Set up fields once more: what was created is adopted.");
        }

        if (!response.IsSuccess)
        {
            var refusal = api.Http.Refused(request, response);
            return refusal.Failure is CrmFailure.Refused or CrmFailure.Permission ? ByHand(wanted, refusal.Message) : throw refusal;
        }

        var made = api.Http.Read(request, response, static answer => HighLevelJson.Read(answer, HighLevelJson.Default.WireMadeField).CustomField);
        return FieldTypes.Describe(made)?.Field switch
        {
            { } field when field.Key != FullKey(wanted.Key) => ByHand(wanted, Pointer(field.Key)),
            { } field when Missing(wanted, field) is { Count: > 0 } missing => ByHand(wanted, $"it was created without the options {string.Join(", ", missing)}. Add them."),
            _ => Created(wanted, "was created"),
        };
    }

    // The key is taken although the published document leaves it out; where it is not, the answer tells.
    private static RequestBody Body(FieldDescriptor field)
    {
        var body = new RequestBody();
        using var writer = new Utf8JsonWriter(body);
        writer.WriteStartObject();
        writer.WriteString("name"u8, field.Label);
        writer.WriteString("fieldKey"u8, FullKey(field.Key));
        writer.WriteString("dataType"u8, FieldTypes.NameOf(field.Type));
        writer.WriteString("model"u8, "contact"u8);
        if (Options(field).ToList() is { Count: > 0 } options)
        {
            writer.WriteStartArray("options"u8);
            options.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        return body;
    }
}

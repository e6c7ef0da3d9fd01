using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrmMapping.Emulators;

/// <summary>Reads property definitions from request bodies and refuses those that HubSpot would.</summary>
internal static partial class PropertyEditor
{
    private const int MostUnique = 10;

    private static readonly string[] Types = ["string", "number", "bool", "enumeration", "date", "datetime", "phone_number"];

    private static readonly string[] FieldTypes =
    [
        "booleancheckbox", "calculation_equation", "checkbox", "date", "file", "html", "number", "phonenumber", "radio", "select", "text", "textarea",
    ];

    public static HubSpotProperty Create(HubSpotPortal portal, ObjectKind kind, JsonElement body)
    {
        var property = Read(body, new HubSpotProperty
        {
            Name = Required(body, "name"), Label = Required(body, "label"), GroupName = Required(body, "groupName"),
            Type = Required(body, "type"), FieldType = Required(body, "fieldType"), HasUniqueValue = body.Flag("hasUniqueValue"),
            DataSensitivity = body.Text("dataSensitivity") ?? "non_sensitive",
        });
        if (!Name().IsMatch(property.Name))
            throw HubSpotProblem.Invalid($"Property name '{property.Name}' must begin with a letter and hold lower-case letters, digits and underscores only");
        if (kind.Schema.Find(property.Name) >= 0)
            throw new HubSpotProblem(409, "CONFLICT", $"Property {property.Name} already exists");
        if (property.HasUniqueValue && kind.Schema.Active.Count(other => other.HasUniqueValue) >= MostUnique)
            throw HubSpotProblem.Invalid($"At most {MostUnique} properties of an object may have unique values");
        Check(portal, property);
        property = property with { CreatedAt = portal.Now, UpdatedAt = portal.Now };
        kind.Schema.Add(property);
        return property;
    }

    public static HubSpotProperty Update(HubSpotPortal portal, ObjectKind kind, HubSpotProperty before, JsonElement body)
    {
        var after = Read(body, before);
        if (before.HubSpotDefined && after != before with { Options = after.Options })
            throw HubSpotProblem.Invalid($"The definition of {before.Name} is read only");
        if (before.ReadOnlyOptions is true && body.TryGetProperty("options", out _))
            throw HubSpotProblem.Invalid($"The options of {before.Name} are read only");
        Check(portal, after);
        after = after with { UpdatedAt = portal.Now };
        kind.Schema.Replace(before.Name, after);
        return after;
    }

    public static void Archive(HubSpotPortal portal, ObjectKind kind, HubSpotProperty property)
    {
        if (property.HubSpotDefined)
            throw HubSpotProblem.Invalid($"{property.Name} is defined by HubSpot and cannot be archived");
        kind.Schema.Replace(property.Name, property with { Archived = true, UpdatedAt = portal.Now });
    }

    private static HubSpotProperty Read(JsonElement body, HubSpotProperty start) => start with
    {
        Label = body.Text("label") ?? start.Label,
        Type = body.Text("type") ?? start.Type,
        FieldType = body.Text("fieldType") ?? start.FieldType,
        GroupName = body.Text("groupName") ?? start.GroupName,
        Description = body.Text("description") ?? start.Description,
        Hidden = body.TryGetProperty("hidden", out _) ? body.Flag("hidden") : start.Hidden,
        FormField = body.TryGetProperty("formField", out _) ? body.Flag("formField") : start.FormField,
        DisplayOrder = Order(body, start.DisplayOrder),
        Options = body.TryGetProperty("options", out _) ? [.. body.Items("options").Select(Option)] : start.Options,
    };

    private static HubSpotPropertyOption Option(JsonElement option) =>
        new(Required(option, "value"), Required(option, "label"), Order(option, -1), option.Flag("hidden"));

    private static int Order(JsonElement body, int fallback) =>
        int.TryParse(body.Text("displayOrder"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order) ? order : fallback;

    private static void Check(HubSpotPortal portal, HubSpotProperty property)
    {
        if (!Types.Contains(property.Type, StringComparer.Ordinal))
            throw HubSpotProblem.Invalid($"type '{property.Type}' is not one of [{string.Join(", ", Types)}]");
        if (!FieldTypes.Contains(property.FieldType, StringComparer.Ordinal))
            throw HubSpotProblem.Invalid($"fieldType '{property.FieldType}' is not one of [{string.Join(", ", FieldTypes)}]");
        if (!portal.Groups.Exists(group => group.Name == property.GroupName))
            throw HubSpotProblem.Invalid($"Property group {property.GroupName} does not exist");
        if (property.Options.GroupBy(option => option.Value, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw HubSpotProblem.Invalid($"Property option values must be unique; '{twice.Key}' is there twice");
    }

    private static string Required(JsonElement body, string name) =>
        body.Text(name) is { Length: > 0 } text ? text : throw HubSpotProblem.Invalid($"Some required fields were not set: [{name}]");

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

using System.Text.Json;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Reads the fields of a record out of a request: names that exist, values of the right type.</summary>
internal sealed class RecordInput(SalesforceOrg org, SObjectType type, bool isCreate)
{
    private readonly List<FieldWrite> _writes = [];
    private readonly List<string> _readOnly = [];

    /// <summary>Reads a JSON record; <c>attributes</c> and, where allowed, the id are passed over.</summary>
    /// <exception cref="SalesforceProblem">A field does not exist, cannot be written, or its value is of another type.</exception>
    public List<FieldWrite> Read(JsonElement record, bool idAllowed = false)
    {
        foreach (var property in record.EnumerateObject())
        {
            if (property.NameEquals("attributes"))
                continue;
            if (!string.Equals(property.Name, "Id", StringComparison.OrdinalIgnoreCase))
                Add(property.Name, property.Value);
            else if (!idAllowed)
                throw SalesforceProblem.Bad("INVALID_FIELD", "The Id field should not be specified in the sobject data.");
        }

        return Finish();
    }

    /// <summary>Reads texts by column; a column such as <c>Owner.Email</c> names the key of another record.</summary>
    /// <exception cref="SalesforceProblem">A field does not exist, cannot be written, or its value is of another type.</exception>
    public List<FieldWrite> Read(IEnumerable<KeyValuePair<string, string?>> values)
    {
        foreach (var (name, text) in values)
        {
            var ordinal = Ordinal(name, out var key);
            if (IsWriteable(ordinal))
                _writes.Add(new(ordinal, key is null ? FieldText.Read(type[ordinal], text) : ByKey(ordinal, key, text)));
        }

        return Finish();
    }

    private void Add(string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object && type.FindRelationship(name) is >= 0 and var reference)
        {
            var key = value.EnumerateObject().FirstOrDefault(property => !property.NameEquals("attributes"));
            if (key.Value.ValueKind is not JsonValueKind.String)
                throw Mismatch("string", value);
            if (IsWriteable(reference))
                _writes.Add(new(reference, ByKey(reference, key.Name, key.Value.GetString())));
            return;
        }

        var ordinal = type.FindVisible(name);
        if (ordinal < 0)
            throw SalesforceProblem.NoSuchColumn(name, type.Name);
        if (IsWriteable(ordinal))
            _writes.Add(new(ordinal, FromJson(type[ordinal], value)));
    }

    private int Ordinal(string name, out string? key)
    {
        key = null;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var ordinal = dot < 0 ? type.FindVisible(name) : type.FindRelationship(name[..dot]);
        if (dot >= 0)
            key = name[(dot + 1)..];
        return ordinal >= 0 ? ordinal : throw SalesforceProblem.NoSuchColumn(name, type.Name);
    }

    private bool IsWriteable(int ordinal)
    {
        if (isCreate ? type[ordinal].IsCreateable : type[ordinal].IsUpdateable)
            return true;
        _readOnly.Add(type[ordinal].Name);
        return false;
    }

    private List<FieldWrite> Finish() => _readOnly.Count is 0 ? _writes : throw SalesforceProblem.Bad("INVALID_FIELD_FOR_INSERT_UPDATE",
        $"Unable to create/update fields: {string.Join(", ", _readOnly)}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.",
        [.. _readOnly]);

    private string? ByKey(int ordinal, string key, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        var target = org.Table(type[ordinal].ReferenceTo[^1]);
        var field = target.Type.FindVisible(key);
        if (field < 0 || !(target.Type[field].IsExternalId || target.Type[field].IsIdLookup))
            throw SalesforceProblem.NoSuchColumn(key, target.Type.Name);
        var found = target.Having(field, value).Where(record => !record.IsDeleted).Take(2).ToList();
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw SalesforceProblem.Bad("INVALID_FIELD", $"Foreign key external ID: {value} not found for field {key} in entity {target.Type.Name}"),
            _ => throw SalesforceProblem.Bad("DUPLICATE_EXTERNAL_ID", $"{key}: more than one record found for external id field: [{found[0].Id}, {found[1].Id}]"),
        };
    }

    private static object? FromJson(SalesforceField field, JsonElement value) => (field.Type, value.ValueKind) switch
    {
        ("boolean", JsonValueKind.Null) => throw FieldText.WrongType(field, null),
        (_, JsonValueKind.Null) => null,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        ("boolean", _) => throw Mismatch("boolean", value),
        ("double" or "currency" or "percent" or "int", JsonValueKind.Number) => value.GetDouble(),
        ("double" or "currency" or "percent" or "int", _) => throw Mismatch(field.Type, value),
        (_, not JsonValueKind.String) => throw Mismatch(field.Type is "date" or "datetime" ? field.Type : "string", value),
        (_, _) when value.GetString() is "" => null,
        ("date", _) => SalesforceTime.TryReadDate(value.GetString()!, out var date) ? (object)date : throw Mismatch("date", value),
        ("datetime", _) => SalesforceTime.TryReadMoment(value.GetString()!, out var instant) ? (object)instant : throw Mismatch("datetime", value),
        ("time", _) => SalesforceTime.ReadTime(value.GetString()!) ?? throw Mismatch("time", value),
        _ => Tidy(field, value.GetString()!),
    };

    private static string? Tidy(SalesforceField field, string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0)
            return null;
        return field.Type is "textarea" ? trimmed.ReplaceLineEndings("\r\n") : trimmed;
    }

    private static SalesforceProblem Mismatch(string wanted, JsonElement value) => SalesforceProblem.BadJson(
        $"Cannot deserialize instance of {wanted} from {Token(value)} or request may be missing a required field at [line:1, column:1]");

    private static string Token(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"VALUE_STRING value {value.GetString()}",
        JsonValueKind.Number => $"VALUE_NUMBER_INT value {value.GetRawText()}",
        JsonValueKind.True => "VALUE_TRUE value true",
        JsonValueKind.False => "VALUE_FALSE value false",
        JsonValueKind.Array => "START_ARRAY value [",
        _ => "START_OBJECT value {",
    };
}

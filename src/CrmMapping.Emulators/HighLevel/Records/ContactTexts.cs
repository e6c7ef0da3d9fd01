using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Shows a contact as a flat list of texts, and reads edits of it that are written so.</summary>
internal sealed class ContactTexts(Location location)
{
    public HighLevelContact Show(Contact contact)
    {
        var values = new Dictionary<string, string>(contact.Values, StringComparer.Ordinal);
        if (contact.IsBlocked)
            values["dnd"] = "true";
        foreach (var (channel, block) in contact.Blocks)
            values[$"dndSettings.{channel}.status"] = block.Status;
        if (contact.Tags.Count > 0)
            values["tags"] = string.Join(',', contact.Tags);
        foreach (var (id, json) in contact.Custom)
        {
            if (location.Fields.Find(id) is { } field)
                values[field.Key] = Plain(json);
        }

        return new HighLevelContact(contact.Id, values, contact.AddedAt, contact.UpdatedAt, contact.IsDeleted);
    }

    /// <summary>Reads values.</summary>
    /// <returns>What they change.</returns>
    /// <exception cref="HighLevelProblem">A value is not allowed.</exception>
    public Action<Contact> Read(IEnumerable<KeyValuePair<string, string?>> properties)
    {
        List<Action<Contact>> changes = [.. properties.Select(property => Read(property.Key, string.IsNullOrWhiteSpace(property.Value) ? null : property.Value))];
        return contact => changes.ForEach(change => change(contact));
    }

    private Action<Contact> Read(string name, string? value) => name.Split('.') switch
    {
        ["tags"] => contact => contact.Tags = value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        ["dnd"] => contact => contact.IsBlocked = value is "true",
        ["dndSettings", var channel, "status"] when Block.Channels.Contains(channel) => contact => contact.Blocks[channel] = new Block(value ?? "inactive", null, null),
        _ when location.Fields.Find(name) is { } field => ReadCustom(field, value),
        _ => ReadText(name, value),
    };

    // By the rules of the API, which knows its standard fields.
    private Action<Contact> ReadText(string name, string? value)
    {
        using var document = JsonDocument.Parse($"{{{JsonSerializer.Serialize(name, AdminJson.Default.String)}:{JsonSerializer.Serialize(value ?? "", AdminJson.Default.String)}}}");
        return new ContactInput(location, document.RootElement).Read(isUpdate: false);
    }

    private static Action<Contact> ReadCustom(HighLevelField field, string? value)
    {
        if (value is null)
            return contact => contact.Custom.Remove(field.Id);
        var isList = field.DataType is "CHECKBOX" or "MULTIPLE_OPTIONS" or "TEXTBOX_LIST";
        using var document = JsonDocument.Parse(isList || (field.DataType is "NUMERICAL" or "MONETORY") ? value : JsonSerializer.Serialize(value, AdminJson.Default.String));
        var json = CustomValue.Read(field, document.RootElement)!;
        return contact => contact.Custom[field.Id] = json;
    }

    private static string Plain(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind is JsonValueKind.String ? document.RootElement.GetString()! : json;
    }
}

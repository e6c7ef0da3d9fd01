using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Reads the body of a write into a contact: all that is wrong is found, and told at once, before anything changes.</summary>
internal sealed class ContactInput(Location location, JsonElement body)
{
    private static readonly string[] Texts =
        ["firstName", "lastName", "name", "email", "phone", "address1", "city", "state", "postalCode", "country", "website", "timezone", "source", "assignedTo", "dateOfBirth"];

    private static readonly string[] OfCreates = ["companyName", "gender"];

    private static readonly string[] NeverNull = ["postalCode", "country"];

    private readonly List<Action<Contact>> _changes = [];
    private readonly List<string> _faults = [];

    /// <summary>Checks a body.</summary>
    /// <param name="isUpdate">Whether a contact that is there is meant by its id.</param>
    /// <returns>What it changes.</returns>
    /// <exception cref="HighLevelProblem">Something in it is refused.</exception>
    public Action<Contact> Read(bool isUpdate)
    {
        foreach (var property in body.EnumerateObject())
            Take(property.Name, property.Value, isUpdate);
        return _faults.Count == 0 ? contact => _changes.ForEach(change => change(contact)) : throw HighLevelProblem.Invalid([.. _faults]);
    }

    private void Take(string name, JsonElement value, bool isUpdate)
    {
        switch (name)
        {
            case var _ when Texts.Contains(name) || (OfCreates.Contains(name) && (!isUpdate || location.Options.UpdateTakesCompanyName)):
                TakeText(name, value);
                break;
            case "locationId" or "createNewIfDuplicateAllowed" when !isUpdate:
                break;
            case "tags":
                if (TagList.Read(value) is { } tags)
                    _changes.Add(contact => contact.Tags = tags);
                else
                    _faults.Add(TagList.Wrong);
                break;
            case "dnd":
                if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
                    _changes.Add(contact => contact.IsBlocked = value.GetBoolean());
                else
                    _faults.Add("dnd must be a boolean value");
                break;
            case "dndSettings":
                TakeBlocks(value);
                break;
            case "inboundDndSettings":
                if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty("all", out var all))
                    _faults.Add("inboundDndSettings.all must be an object");
                else if (ReadBlock("inboundDndSettings.all", all, Block.InboundStatuses) is { } block)
                    _changes.Add(contact => contact.InboundBlock = block);
                break;
            case "customFields":
                TakeCustom(value);
                break;
            default:
                _faults.Add($"property {name} should not exist");
                break;
        }
    }

    private void TakeText(string name, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) || (value.ValueKind is JsonValueKind.Null && NeverNull.Contains(name)))
        {
            _faults.Add($"{name} must be a string");
            return;
        }

        var text = value.GetString()?.Trim();
        switch (name)
        {
            case "name":
                var space = (text ?? "").IndexOf(' ', StringComparison.Ordinal);
                Keep("firstName", space < 0 ? text : text![..space]);
                Keep("lastName", space < 0 ? null : text![(space + 1)..]);
                break;
            case "email" when text is { Length: > 0 } && (!text.Contains('@', StringComparison.Ordinal) || text.Contains(' ', StringComparison.Ordinal)):
                _faults.Add("email must be an email");
                break;
            case "phone" when text is { Length: > 0 }:
                Keep(name, PhoneText.Read(text));
                break;
            case "country" when text is { Length: > 0 } && !(text.Length == 2 && text.All(char.IsAsciiLetterUpper)):
                _faults.Add("country must be a valid enum value");
                break;
            case "assignedTo" when text is { Length: > 0 } && location.Users.Find(text) is not { IsDeleted: false, SeesLocation: true }:
                _faults.Add("assignedTo must be the id of a user of the location");
                break;
            case "dateOfBirth" when text is { Length: > 0 }:
                if (BirthDate.Read(text) is { } date)
                    Keep(name, date);
                else
                    _faults.Add("dateOfBirth must be a valid date");
                break;
            default:
                Keep(name, text);
                break;
        }
    }

    private void Keep(string name, string? text) => _changes.Add(contact =>
    {
        if (string.IsNullOrEmpty(text))
            contact.Values.Remove(name);
        else
            contact.Values[name] = text;
    });

    private void TakeBlocks(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            _faults.Add("dndSettings must be an object");
            return;
        }

        foreach (var channel in value.EnumerateObject())
        {
            if (!Block.Channels.Contains(channel.Name))
                _faults.Add($"dndSettings.property {channel.Name} should not exist");
            else if (ReadBlock($"dndSettings.{channel.Name}", channel.Value, Block.Statuses) is { } block)
                _changes.Add(contact => contact.Blocks[channel.Name] = block);
        }
    }

    private Block? ReadBlock(string name, JsonElement value, string[] statuses)
    {
        if (value.ValueKind is JsonValueKind.Object && value.Text("status") is { } status && statuses.Contains(status))
            return new Block(status, value.Text("message"), value.Text("code"));
        _faults.Add($"{name}.status must be one of the following values: {string.Join(", ", statuses)}");
        return null;
    }

    private void TakeCustom(JsonElement list)
    {
        if (list.ValueKind is not JsonValueKind.Array || list.EnumerateArray().Any(static item => item.ValueKind is not JsonValueKind.Object))
        {
            _faults.Add("customFields must be an array of objects");
            return;
        }

        foreach (var item in list.EnumerateArray())
        {
            var name = item.Text("id") ?? item.Text("key");
            if (name is null || location.Fields.Find(name) is not { } field)
                throw new HighLevelProblem(400, $"Custom field {name} not found");
            var value = item.TryGetProperty("field_value", out var given) || item.TryGetProperty("fieldValue", out given) ? given : default;
            if (value.ValueKind is JsonValueKind.Undefined)
                continue;
            var json = CustomValue.Read(field, value);
            _changes.Add(contact =>
            {
                if (json is null)
                    contact.Custom.Remove(field.Id);
                else
                    contact.Custom[field.Id] = json;
            });
        }
    }
}

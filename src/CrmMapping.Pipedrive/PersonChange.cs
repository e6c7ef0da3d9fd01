using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Turns the fields that a write changes into what Pipedrive takes: whole names, lists and values of several parts.</summary>
/// <param name="layout">Where the fields stand.</param>
/// <param name="pending">The write.</param>
/// <param name="shapes">The shapes of custom fields.</param>
/// <param name="current">The person as it is; undefined where nothing of it is needed.</param>
internal sealed class PersonChange(
    PersonLayout layout, PendingWrite pending, IReadOnlyDictionary<string, FieldShape> shapes, JsonElement current)
{
    /// <summary>Tells whether an update must know the person as it is, since what it writes is part of something whole.</summary>
    public static bool NeedsCurrent(PersonLayout layout, PendingWrite pending, IReadOnlyDictionary<string, FieldShape> shapes) =>
        Enumerable.Range(0, layout.Keys.Count).Any(ordinal => pending.Writes(ordinal) && layout.Keys[ordinal] switch
        {
            { Kind: PersonKeyKind.Entry } => true,
            { Part: not null } => true,
            { Property: "first_name" or "last_name" } => !(Writes(layout, pending, "name") || (Writes(layout, pending, "first_name") && Writes(layout, pending, "last_name"))),
            { Kind: PersonKeyKind.Custom } key => shapes.GetValueOrDefault(key.Property) is not FieldShape.Address and var shape && ValueBodies.HasParts(shape),
            _ => false,
        });

    /// <summary>Finds the fields that Pipedrive would not take as they are.</summary>
    /// <returns>Why nothing is sent; null when all may be.</returns>
    public WriteRefusal? Refusal()
    {
        var refused = Enumerable.Range(0, layout.Keys.Count).Where(pending.Writes).Select(Refuse).OfType<FieldRefusal>().ToList();
        if (refused.Count > 0)
        {
            return new WriteRefusal { Summary = "fields that it cannot take", Fields = [.. refused] };
        }

        return pending.Write.Kind == CrmWriteKind.Create && string.IsNullOrWhiteSpace(ComposedName())
            ? new WriteRefusal { Summary = "it wants a name of every person, and none is mapped or filled in: map 'name', or 'first_name' and 'last_name'" }
            : null;
    }

    /// <summary>Writes the body of the request.</summary>
    public void Write(RequestBody body, string? externalId)
    {
        using var writer = new Utf8JsonWriter(body, ValueBodies.Compact);
        writer.WriteStartObject();
        if (WritesName())
        {
            writer.WriteString("name"u8, ComposedName());
        }

        foreach (var place in Changed(layout.Own).Where(static place => !IsName(place.Property)))
        {
            writer.WritePropertyName(place.Property);
            Value(writer, place, PropertyTypes.ShapeOfOwn(place.Property), Current(place));
        }

        Custom(writer, externalId);
        writer.WriteEndObject();
    }

    private static bool Writes(PersonLayout layout, PendingWrite pending, string property) =>
        layout.Ordinal(property) is >= 0 and var ordinal && pending.Writes(ordinal);

    private static bool IsName(string property) => property is "name" or "first_name" or "last_name";

    private bool WritesName() => Writes(layout, pending, "name") || Writes(layout, pending, "first_name") || Writes(layout, pending, "last_name");

    private void Custom(Utf8JsonWriter writer, string? externalId)
    {
        var changed = Changed(layout.Custom).ToList();
        var key = pending.Write.Kind == CrmWriteKind.Create && pending.Write.LocalId is not null ? externalId : null;
        if (changed.Count == 0 && key is null)
        {
            return;
        }

        writer.WriteStartObject("custom_fields"u8);
        foreach (var place in changed.Where(place => place.Property != key))
        {
            writer.WritePropertyName(place.Property);
            Value(writer, place, shapes[place.Property], Current(place));
        }

        if (key is not null)
        {
            writer.WriteString(key, pending.Write.LocalId);
        }

        writer.WriteEndObject();
    }

    // A create has nothing to clear.
    private IEnumerable<PersonPlace> Changed(IEnumerable<PersonPlace> places) =>
        places.Where(place => place.Fields.Any(field => IsChanged(field.Ordinal)));

    private bool IsChanged(int ordinal) =>
        pending.Writes(ordinal) && !(pending.Write.Kind == CrmWriteKind.Create && pending.Write.Values.IsBlank(ordinal));

    private void Value(Utf8JsonWriter writer, PersonPlace place, FieldShape shape, JsonElement held)
    {
        var changes = place.Fields.Where(field => IsChanged(field.Ordinal)).Select(field => (field.Part, Value: Text(field.Ordinal))).ToList();
        if (place.Kind == PersonKeyKind.Entry)
        {
            var entries = PersonEntries.Read(held);
            entries.Apply(changes);
            entries.Write(writer);
        }
        else if (ValueBodies.HasParts(shape))
        {
            ValueBodies.Parts(writer, shape, changes, held);
        }
        else
        {
            // Of Pipedrive's own lists of options an empty one is empty; of custom ones only null is.
            ValueBodies.Simple(writer, shape, changes[0].Value, emptyList: place.Kind == PersonKeyKind.Property);
        }
    }

    private JsonElement Current(PersonPlace place)
    {
        var home = current;
        if (place.Kind == PersonKeyKind.Custom && (home.ValueKind != JsonValueKind.Object || !home.TryGetProperty("custom_fields", out home)))
        {
            return default;
        }

        return home.ValueKind == JsonValueKind.Object && home.TryGetProperty(place.Property, out var held) ? held : default;
    }

    private string ComposedName()
    {
        if (Writes(layout, pending, "name"))
        {
            return Text(layout.Ordinal("name")) ?? "";
        }

        return $"{NamePart("first_name")} {NamePart("last_name")}".Trim();
    }

    // What is not written stays as Pipedrive has it.
    private string? NamePart(string property) => Writes(layout, pending, property)
        ? Text(layout.Ordinal(property))
        : current.ValueKind == JsonValueKind.Object && current.TryGetProperty(property, out var held) && held.ValueKind == JsonValueKind.String
            ? held.GetString()
            : null;

    private FieldRefusal? Refuse(int ordinal)
    {
        var (key, field) = (layout.Keys[ordinal], layout.Fields.Fields[ordinal].Key);
        if (key.Kind == PersonKeyKind.Custom && !shapes.ContainsKey(key.Property))
        {
            return new FieldRefusal(field, IssueCode.FieldMissing, "Pipedrive's company has no such field.");
        }

        if (IsName(key.Property) && pending.Write.Kind == CrmWriteKind.Update && ComposedName().Length == 0)
        {
            return new FieldRefusal(field, IssueCode.BlankNotAllowed, "Pipedrive wants a name of every person.");
        }

        var shape = key.Kind == PersonKeyKind.Custom ? shapes[key.Property] : PropertyTypes.ShapeOfOwn(key.Property);
        if (key.Kind == PersonKeyKind.Custom && Missing(key, shape, ordinal) is { } missing)
        {
            return new FieldRefusal(field, IssueCode.BlankNotAllowed, $"Pipedrive takes it only beside {missing}. Map and fill that as well.");
        }

        return key.Kind != PersonKeyKind.Entry && ValueBodies.Refuse(shape, key.Part, Text(ordinal)) is { } reason
            ? new FieldRefusal(field, IssueCode.NotConvertible, reason)
            : null;
    }

    // A value of several parts is whole, or it is not there at all.
    private string? Missing(PersonKey key, FieldShape shape, int ordinal)
    {
        if (shape == FieldShape.Address || !ValueBodies.HasParts(shape) || (key.Part is null && Text(ordinal) is null))
        {
            return null;
        }

        if (key.Part is not null && !Holds(key, null))
        {
            return Text(ordinal) is null ? null : $"'{key.Property}' itself, which is blank";
        }

        return ValueBodies.Needed(shape) is { } needed && !Holds(key, needed) ? $"'{key.Property}.{needed}', which is blank" : null;
    }

    private bool Holds(PersonKey key, string? part)
    {
        var ordinal = layout.Ordinal(key.Property, part);
        return ordinal >= 0 && pending.Writes(ordinal)
            ? !pending.Write.Values.IsBlank(ordinal)
            : Current(new PersonPlace(key.Property, key.Kind, [])) is { ValueKind: JsonValueKind.Object } held
                && held.TryGetProperty(part ?? "value", out var value) && value.ValueKind != JsonValueKind.Null;
    }

    private string? Text(int ordinal) => pending.Write.Values.Value(ordinal).Text is { Length: > 0 } text ? text : null;
}

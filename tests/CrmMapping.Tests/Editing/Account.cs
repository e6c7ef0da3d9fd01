using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Editing;

/// <summary>The account whose map is edited in these tests.</summary>
internal static class Account
{
    public static FieldDescriptor[] Fields { get; } =
    [
        Field("phone", FieldType.Phone),
        Field("owner", FieldType.Owner),
        Field("second_owner", FieldType.Owner),
        Field("own_owner", FieldType.Text) with { IsCustom = true },
        Field("status", FieldType.Picklist),
        Field("own_status", FieldType.Picklist) with { IsCustom = true },
        Field("stage", FieldType.Picklist),
        Field("firstname", FieldType.Text) with { Label = "First Name" },
        Field("lastname", FieldType.Text),
        Field("company", FieldType.Text),
        Field("nickname", FieldType.Text),
        Field("notes", FieldType.MultilineText),
        Field("email", FieldType.Email),
        Field("last_call", FieldType.DateTime),
        Field("own_last_call", FieldType.DateTime) with { IsCustom = true },
        Field("last_call_day", FieldType.Date),
        Field("full_name", FieldType.Text),
        Field("size", FieldType.Number),
        Field("createdate", FieldType.DateTime) with { IsReadOnly = true },
        Field("best_time", FieldType.Text) with { MaxLength = 40 },
        Field("best_clock", FieldType.TimeOfDay),
    ];

    public static FieldDescriptor Field(string key, FieldType type) => new() { Key = key, Type = type };

    /// <summary>Describes the account with some fields changed, or with others beside them.</summary>
    public static FieldDescriptor[] With(params FieldDescriptor[] changed) =>
        [.. Fields.Where(field => changed.All(other => other.Key != field.Key)), .. changed];

    public static FieldDescriptor[] Without(params string[] keys) => [.. Fields.Where(field => !keys.Contains(field.Key))];

    /// <summary>Gives the map as code ships it, in this account.</summary>
    public static MappingSet Set(FieldDescriptor[]? fields = null) => MappingEdits.None.ApplyTo(Code(), fields ?? Fields).Set;

    public static MappingSet Code() => new AdminMap().Set();

    public static MappingDraft Draft(FieldDescriptor[]? fields = null) => Set(fields).Edit();

    /// <summary>Gives a draft whose last edit was accepted.</summary>
    public static MappingDraft After(this MappingDraft draft, params Func<MappingDraft, EditResult>[] edits)
    {
        foreach (var edit in edits)
        {
            edit(draft).ToString().Should().StartWith("accepted");
        }

        return draft;
    }

    /// <summary>Draws the mapping of a field in a draft.</summary>
    public static string? Drawn(this MappingDraft draft, string local) => draft.Build().FindByLocal(local)?.ToString();
}

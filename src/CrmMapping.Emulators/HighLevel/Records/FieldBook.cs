namespace CrmMapping.Emulators.HighLevel;

/// <summary>Keeps the custom fields of a location.</summary>
internal sealed class FieldBook
{
    private readonly List<HighLevelField> _fields = [];
    private readonly long _seed;
    private long _issued;

    public FieldBook(HighLevelEmulatorOptions options)
    {
        _seed = options.Seed;
        foreach (var field in options.Fields)
            Add(field);
    }

    public static string[] Types { get; } =
    [
        "TEXT", "LARGE_TEXT", "NUMERICAL", "PHONE", "MONETORY", "CHECKBOX", "SINGLE_OPTIONS", "MULTIPLE_OPTIONS", "DATE", "TEXTBOX_LIST", "FILE_UPLOAD",
        "RADIO", "EMAIL",
    ];

    public IReadOnlyList<HighLevelField> All => _fields;

    /// <summary>Finds a field by its id or its key, with and without what stands before it.</summary>
    public HighLevelField? Find(string idOrKey) =>
        _fields.Find(field => field.Id == idOrKey || field.Key == idOrKey || field.Key == $"contact.{idOrKey}");

    public HighLevelField Add(HighLevelField field)
    {
        if (!Types.Contains(field.DataType))
            throw new ArgumentException($"'{field.DataType}' is no type of field. Types: {string.Join(", ", Types)}.");
        var key = field.Key.Length > 0 ? field.Key : $"contact.{KeyOf(field.Name)}";
        if (Find(key) is not null)
            throw new InvalidOperationException($"A field with the key '{key}' is there already.");
        var added = field with { Id = field.Id.Length > 0 ? field.Id : Ids.New(_seed, ++_issued, 31), Key = key };
        _fields.Add(added);
        return added;
    }

    public HighLevelField Replace(string id, Func<HighLevelField, HighLevelField> change)
    {
        var index = _fields.FindIndex(field => field.Id == id);
        if (index < 0)
            throw new ArgumentException($"No field has the id '{id}'. Take an id that Add returned.", nameof(id));
        return _fields[index] = change(_fields[index]);
    }

    public void Remove(string id) => _fields.RemoveAll(field => field.Id == id);

    private static string KeyOf(string name) =>
        string.Join('_', string.Concat(name.ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

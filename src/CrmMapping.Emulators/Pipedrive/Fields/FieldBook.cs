using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Keeps the person fields of a company, in the order in which they are listed.</summary>
internal sealed class FieldBook
{
    /// <summary>The fields that a company has only while it syncs contacts with an address book.</summary>
    public static readonly string[] OfContactSync = ["notes", "im", "birthday", "job_title", "postal_address"];

    private readonly List<PipedriveField> _fields;
    private readonly long _seed;
    private int _lastOption = 30;
    private int _lastCode;

    public FieldBook(PipedriveEmulatorOptions options)
    {
        _seed = options.Seed;
        _fields =
        [
            System("name", "Name", "varchar"), System("first_name", "First name", "varchar"), System("last_name", "Last name", "varchar"),
            System("label_ids", "Labels", "set"), System("owner_id", "Owner", "user"), System("org_id", "Organization", "org"),
            System("phone", "Phone", "phone"), System("email", "Email", "varchar"), System("add_time", "Person created", "date"),
            System("update_time", "Update time", "date"), System("visible_to", "Visible to", "visible_to"), System("picture_id", "Picture", "picture"),
            System("id", "ID", "int"),
        ];
        if (options.HasContactSync)
        {
            _fields.AddRange(
            [
                System("job_title", "Job title", "varchar"), System("birthday", "Birthday", "date"), System("notes", "Notes", "text"),
                System("im", "Instant messenger", "varchar"), System("postal_address", "Postal address", "address"),
            ]);
        }

        foreach (var field in options.Fields)
            Add(field);
    }

    public static string[] Types { get; } =
    [
        "varchar", "varchar_auto", "text", "double", "monetary", "enum", "set", "user", "org", "people", "phone", "date", "daterange", "time",
        "timerange", "address",
    ];

    public IReadOnlyList<PipedriveField> All => _fields;

    public PipedriveField? Find(string code) => _fields.Find(field => field.Code == code);

    /// <summary>Finds a custom field by its code, or by the name that people see.</summary>
    public PipedriveField? FindCustom(string codeOrName) =>
        _fields.Find(field => field.IsCustom && (field.Code == codeOrName || field.Name.Equals(codeOrName, StringComparison.OrdinalIgnoreCase)));

    public PipedriveField Add(PipedriveField field)
    {
        if (!Types.Contains(field.Type))
            throw new ArgumentException($"'{field.Type}' is no type of field. Types: {string.Join(", ", Types)}.");
        var code = field.Code.Length > 0 ? field.Code : NewCode(field.Name);
        if (Find(code) is not null)
            throw new InvalidOperationException($"A field with the code '{code}' is there already.");
        var added = field with { Code = code, Options = [.. field.Options.Select(option => option.Id > 0 ? option : option with { Id = NextOption() })] };
        _lastOption = added.Options.Select(static option => option.Id).Append(_lastOption).Max();
        _fields.Add(added);
        return added;
    }

    public PipedriveField Replace(string code, Func<PipedriveField, PipedriveField> change)
    {
        var index = _fields.FindIndex(field => field.Code == code);
        return _fields[index] = change(_fields[index]);
    }

    public void Remove(string code) => _fields.RemoveAll(field => field.Code == code);

    public int NextOption() => ++_lastOption;

    private static PipedriveField System(string code, string name, string type) => new(name, type) { Code = code, IsCustom = false };

    // Codes differ from company to company; the seed stands for the company.
    private string NewCode(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_seed} {++_lastCode} {name}"))))[..40];
}

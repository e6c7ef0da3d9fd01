using System.Linq.Expressions;

namespace CrmMapping.Tests.Planning;

/// <summary>Says how one field of a random map is mapped.</summary>
public sealed record RandomField(
    int Place, SyncDirection Direction, int Policy, BlankRule BlankToCrm, BlankRule BlankToLocal, WriteRule Writes,
    int Converter, int? MaxLength, bool Truncates, bool Enforces, int Condition)
{
    public string CrmKey => $"crm{Place}";

    public bool KeepsWhenBlank => Direction == SyncDirection.Bidirectional && Writes == WriteRule.Always && Condition == 0 && Converter == 0
        && BlankToCrm == BlankRule.Never && BlankToLocal == BlankRule.Never;

    public bool IsPlain => Direction == SyncDirection.Bidirectional && Writes == WriteRule.Always && Condition == 0
        && BlankToCrm != BlankRule.Never && BlankToLocal != BlankRule.Never;
}

/// <summary>Builds maps of random fields, and edits what they map.</summary>
internal static class RandomMap
{
    public const int Places = 5;

    private static readonly (Expression<Func<Contact, string?>> Property, Action<Contact, string> Set)[] Properties =
    [
        (c => c.FirstName, static (c, v) => c.FirstName = v),
        (c => c.Company, static (c, v) => c.Company = v),
        (c => c.Notes, static (c, v) => c.Notes = v),
        (c => c.Stage, static (c, v) => c.Stage = v),
        (c => c.Disposition, static (c, v) => c.Disposition = v),
    ];

    private static readonly ConflictPolicy[] Policies =
    [
        ConflictPolicy.CrmWins, ConflictPolicy.LocalWins, ConflictPolicy.CrmWinsUnlessBlank, ConflictPolicy.LocalWinsUnlessBlank,
        ConflictPolicy.LatestWins, ConflictPolicy.Manual,
        ConflictPolicy.Custom("longer", static c => c.Local.Text!.Length > c.Crm.Text!.Length ? ConflictWinner.Local : ConflictWinner.Crm),
    ];

    public static IReadOnlyList<string> LocalKeys { get; } =
        [nameof(Contact.FirstName), nameof(Contact.Company), nameof(Contact.Notes), nameof(Contact.Stage), nameof(Contact.Disposition)];

    public static int PolicyCount => Policies.Length;

    public static TwoSides Sides(IReadOnlyList<RandomField> fields, SyncFlow update) => new(
        new TestMap(m =>
        {
            foreach (var field in fields)
            {
                Map(m, field);
            }
        }),
        new ConnectionSettings { ContactUpdate = update },
        [.. fields.Select(static f => A.Text(f.CrmKey, f.MaxLength))]);

    public static void EditLocally(TwoSides sides, int place, string value) => Properties[place].Set(sides.Local, value);

    private static void Map(TestMap map, RandomField field)
    {
        var to = map.Map(Properties[field.Place].Property).To(field.CrmKey)
            .Resolve(Policies[field.Policy]).Blanks(field.BlankToCrm, field.BlankToLocal);
        to = field.Writes switch
        {
            WriteRule.FillWhenBlank => to.FillWhenBlank(),
            WriteRule.OnCreateOnly => to.OnCreateOnly(),
            _ => to,
        };
        to = field.Truncates ? to.Truncate() : to;
        to = Converted(to, field.Converter);
        to = field.Condition switch
        {
            1 => to.When(static c => c.FirstName != "b"),
            2 => to.When(static c => c.Company == null),
            _ => to,
        };
        to = field.Enforces && field.Direction != SyncDirection.Bidirectional ? to.Enforce() : to;
        to.Turned(field.Direction);
    }

    private static IMappingBuilder<Contact, string?> Converted(IMappingBuilder<Contact, string?> to, int converter) => converter switch
    {
        // One that knows not every value of the CRM, one that loses the case, one that has a word for a blank.
        1 => to.Convert(
            static local => local.IsBlank ? local : $"x{local.Text}",
            static crm => crm.IsBlank ? crm : crm.Text!.StartsWith('x') ? FieldValue.Of(crm.Text[1..]) : FieldValue.Unknown),
        2 => to.Convert(static local => local.Text!.ToLowerInvariant(), static crm => crm),
        3 => to.Convert(static local => local.IsBlank ? "none" : local, static crm => crm == "none" ? FieldValue.Blank : crm),
        _ => to,
    };
}

using System.Linq.Expressions;

namespace CrmMapping;

/// <summary>Speaks the words that may be said anywhere after <c>To</c> into the mapping's statement.</summary>
internal abstract class MappingVerbs<TContact, TValue, TSelf>(MappingStatement statement)
    : IMappingVerbs<TContact, TValue, TSelf>
    where TContact : class, new()
{
    protected MappingStatement Statement { get; } = statement;

    protected abstract TSelf Self { get; }

    public TSelf Resolve(ConflictPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Statement.Say("Resolve");
        Statement.Conflict = policy;
        return Self;
    }

    public TSelf Convert(IFieldConverter converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        Statement.Say("Convert");
        Statement.Converter = converter;
        return Self;
    }

    public TSelf Convert(
        Func<FieldValue, FieldValue> toCrm, Func<FieldValue, FieldValue> fromCrm, string? toCrmText, string? fromCrmText)
    {
        ArgumentNullException.ThrowIfNull(toCrm);
        ArgumentNullException.ThrowIfNull(fromCrm);
        return Convert(new FunctionConverter(toCrm, fromCrm, $"{toCrmText} | {fromCrmText}"));
    }

    public TSelf KeepWhenBlank() => SetBlanks("KeepWhenBlank", BlankRule.Never, BlankRule.Never);

    public TSelf Blanks(BlankRule toCrm, BlankRule toLocal) => SetBlanks("Blanks", toCrm, toLocal);

    public TSelf FillWhenBlank() => SetWrites("FillWhenBlank", WriteRule.FillWhenBlank);

    public TSelf OnCreateOnly() => SetWrites("OnCreateOnly", WriteRule.OnCreateOnly);

    public TSelf ChangedBy(params Expression<Func<TContact, object?>>[] properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        Statement.Say("ChangedBy");
        Statement.ChangedBy.AddRange(properties.Select(
            static property => (property.ToString(), PropertyExpression.Find(property)?.Name)));
        return Self;
    }

    public TSelf When(Func<TContact, bool> condition, string? text)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Statement.Say("When");
        Statement.Condition = Condition.Join(Statement.Condition, new Condition(text ?? "a condition", condition));
        return Self;
    }

    public TSelf Truncate()
    {
        Statement.Say("Truncate");
        Statement.Truncates = true;
        return Self;
    }

    public TSelf Enforce()
    {
        Statement.Say("Enforce");
        Statement.Enforces = true;
        return Self;
    }

    public TSelf TracksActivity()
    {
        Statement.Say("TracksActivity");
        Statement.TracksActivity = true;
        return Self;
    }

    public TSelf InGroup(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Statement.Say("InGroup");
        Statement.Group = name;
        return Self;
    }

    public TSelf SetUpAs(string label, FieldType type, params string[] options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return SetUp(label, type, null, options.Select(static option => new FieldOption(option, option)).ToEquatableArray());
    }

    public TSelf SetUpAs(string label, FieldType type, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        return SetUp(label, type, maxLength, []);
    }

    public TSelf Allow(params SyncDirection[] directions)
    {
        ArgumentNullException.ThrowIfNull(directions);
        Statement.Say("Allow", about: "allowed directions");
        Statement.Allowed = [.. directions];
        return Self;
    }

    private TSelf SetUp(string label, FieldType type, int? maxLength, EquatableArray<FieldOption> options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        Statement.Say("SetUpAs");
        Statement.SetUp = new FieldDescriptor
        {
            Key = Statement.CrmField!,
            Label = label,
            Type = type,
            MaxLength = maxLength,
            Options = options,
        };
        return Self;
    }

    private TSelf SetBlanks(string word, BlankRule toCrm, BlankRule toLocal)
    {
        Statement.Say(word, about: "blanks");
        Statement.BlankToCrm = toCrm;
        Statement.BlankToLocal = toLocal;
        return Self;
    }

    private TSelf SetWrites(string word, WriteRule rule)
    {
        Statement.Say(word, about: "writes");
        Statement.Writes = rule;
        return Self;
    }
}

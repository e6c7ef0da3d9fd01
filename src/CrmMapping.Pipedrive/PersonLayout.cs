using System.Runtime.CompilerServices;
using System.Text;

namespace CrmMapping.Pipedrive;

/// <summary>Knows of a field set where in a person each field stands. Immutable, kept for as long as the field set lives.</summary>
internal sealed class PersonLayout
{
    private const int MaxCustomFields = 15;

    private static readonly ConditionalWeakTable<CrmFieldSet, PersonLayout> Made = [];

    private readonly PersonPlace[] _own;
    private readonly PersonPlace[] _custom;

    private PersonLayout(CrmFieldSet fields)
    {
        Fields = fields;
        Keys = [.. fields.Fields.Select(static field => PersonKey.Parse(field.Key))];
        var places = Keys.Select(static (key, ordinal) => (Key: key, Ordinal: ordinal)).GroupBy(static field => field.Key.Property)
            .Select(static group => new PersonPlace(group.Key, group.First().Key.Kind, [.. group.Select(static field => (field.Key.Part, field.Ordinal))]))
            .ToList();
        _own = [.. places.Where(static place => place.Kind != PersonKeyKind.Custom)];
        _custom = [.. places.Where(static place => place.Kind == PersonKeyKind.Custom)];
        Query = QueryOf();
    }

    public CrmFieldSet Fields { get; }

    /// <summary>Gets the fields' places by ordinal.</summary>
    public IReadOnlyList<PersonKey> Keys { get; }

    /// <summary>Gets the properties that are mapped, whole or in part.</summary>
    public IEnumerable<PersonPlace> Own => _own;

    /// <summary>Gets the custom fields that are mapped, whole or in part.</summary>
    public IEnumerable<PersonPlace> Custom => _custom;

    /// <summary>Gets what is added to an address so that the answer holds what is mapped; empty for nothing.</summary>
    public string Query { get; }

    public static PersonLayout Of(CrmFieldSet fields) => Made.GetValue(fields, static set => new PersonLayout(set));

    public PersonPlace? Find(ReadOnlySpan<byte> property) => Find(_own, property);

    public PersonPlace? FindCustom(ReadOnlySpan<byte> key) => Find(_custom, key);

    /// <summary>Gives the ordinal of a field by its key.</summary>
    /// <returns>The ordinal; -1 where the field is not mapped.</returns>
    public int Ordinal(string property, string? part = null)
    {
        for (var ordinal = 0; ordinal < Keys.Count; ordinal++)
        {
            if (Keys[ordinal].Property == property && Keys[ordinal].Part == part)
            {
                return ordinal;
            }
        }

        return -1;
    }

    private static PersonPlace? Find(PersonPlace[] places, ReadOnlySpan<byte> name)
    {
        foreach (var place in places)
        {
            if (name.SequenceEqual(place.Name.Span))
            {
                return place;
            }
        }

        return null;
    }

    // Only mapped custom fields are asked for, as far as an address may name them.
    private string QueryOf()
    {
        var query = new StringBuilder();
        if (_custom.Length is > 0 and <= MaxCustomFields)
        {
            query.Append("&custom_fields=").AppendJoin("%2C", _custom.Select(static place => place.Property));
        }

        var onRequest = _own.Select(static place => place.Property)
            .Where(static property => PipedriveFields.OnRequest.Any(field => field.Key == property)).ToList();
        if (onRequest.Count > 0)
        {
            query.Append("&include_fields=").AppendJoin("%2C", onRequest);
        }

        return query.ToString();
    }
}

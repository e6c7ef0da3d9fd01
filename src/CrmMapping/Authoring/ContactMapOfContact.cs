using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CrmMapping;

/// <summary>Describes a mapping in code: derive, and write a sentence a field in the constructor. The way in for authors of maps.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <remarks>
/// Nothing is checked while it is written; every mistake is reported together when the host starts. What a string property holds
/// is read off its name: one that ends in <c>Email</c> or <c>EmailAddress</c> is an e-mail address; in <c>Phone</c>,
/// <c>PhoneNumber</c>, <c>Mobile</c> or <c>Fax</c> a phone number; in <c>Website</c>, <c>Url</c> or <c>Link</c> a web address.
/// <c>As(FieldType)</c> says otherwise. The property's attributes <c>[Display(Name = "…")]</c>, <c>[Required]</c>, <c>[StringLength]</c>,
/// <c>[MaxLength]</c> and <c>[Editable(false)]</c> count as well.
/// </remarks>
public abstract class ContactMap<TContact> : ContactMap
    where TContact : class, new()
{
    private readonly MapStatements<TContact> _statements = new();

    /// <summary>Starts an empty map.</summary>
    protected ContactMap()
    {
    }

    internal sealed override Type ContactType => typeof(TContact);

    /// <summary>Gets the properties that the map names, by name.</summary>
    internal IReadOnlyDictionary<string, LocalField<TContact>> Fields => _statements.Fields;

    /// <summary>Begins the mapping of a property.</summary>
    /// <typeparam name="TValue">What the property holds.</typeparam>
    /// <param name="property">The property, for example <c>c => c.FirstName</c>.</param>
    /// <param name="text">The expression's text, which the compiler fills in.</param>
    /// <returns>The beginning of a sentence, which <c>To</c> completes.</returns>
    protected IMappingStart<TContact, TValue> Map<TValue>(
        Expression<Func<TContact, TValue>> property,
        [CallerArgumentExpression(nameof(property))] string? text = null) =>
        new MappingStart<TContact, TValue>(_statements.Map(property, text));

    /// <summary>Offers a property to admins without mapping it.</summary>
    /// <typeparam name="TValue">What the property holds.</typeparam>
    /// <param name="property">The property, for example <c>c => c.Notes</c>.</param>
    /// <param name="text">The expression's text, which the compiler fills in.</param>
    /// <returns>The field, to say more of it.</returns>
    protected IOfferedField Field<TValue>(
        Expression<Func<TContact, TValue>> property,
        [CallerArgumentExpression(nameof(property))] string? text = null) =>
        new OfferedField(_statements.Offer(property, text));

    /// <summary>Sets who wins when a field changed on both sides, for all fields that say nothing of their own.</summary>
    /// <param name="policy">The policy.</param>
    protected void Resolve(ConflictPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _statements.Resolve(policy);
    }

    /// <summary>Puts several mappings under one condition.</summary>
    /// <param name="condition">Looks at the local contact; where it is false the mappings write nothing, either way. Pure.</param>
    /// <param name="mappings">Writes the mappings.</param>
    /// <param name="text">The condition's text, which the compiler fills in and screens show.</param>
    protected void When(
        Func<TContact, bool> condition,
        Action mappings,
        [CallerArgumentExpression(nameof(condition))] string? text = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(mappings);
        _statements.Within(new Condition(text ?? "a condition", condition), mappings);
    }

    /// <summary>Marks mappings and offered fields as shipped: their settings say <see cref="MappingOrigin.Preset"/>.</summary>
    /// <param name="mappings">Writes the mappings.</param>
    /// <remarks>
    /// What is said of a property outside the block, in this map or in one derived from it, stands in for what the preset says of it:
    /// <c>Map</c> for another mapping, <c>Field</c> for none. What the preset both offers and maps is mapped.
    /// </remarks>
    protected void Preset(Action mappings)
    {
        ArgumentNullException.ThrowIfNull(mappings);
        _statements.WithinPreset(mappings);
    }

    internal sealed override MappingSet Build(
        RecordType recordType, IEnumerable<FieldDescriptor> knownFields, ICollection<MappingMistake> mistakes) =>
        new SetBuilder(Name, recordType, knownFields, mistakes).Build(_statements);

    internal sealed override ContactAccess AccessFor(MappingSet set) =>
        ContactAccess<TContact>.For(set, Fields, RuntimeFeature.IsDynamicCodeSupported);
}

using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CrmMapping;

/// <summary>Holds the words that may be said anywhere after <c>To</c>. Extensions for all mappings go on this interface.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <typeparam name="TValue">What the property holds.</typeparam>
/// <typeparam name="TSelf">Where the sentence goes on.</typeparam>
public interface IMappingVerbs<TContact, TValue, out TSelf>
    where TContact : class, new()
{
    /// <summary>Sets who wins when the field changed on both sides, instead of what the map says.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The mapping.</returns>
    TSelf Resolve(ConflictPolicy policy);

    /// <summary>Turns values into the CRM's and back; with it, any two types of field go together.</summary>
    /// <param name="converter">The converter; pure and safe to call from several threads.</param>
    /// <returns>The mapping.</returns>
    TSelf Convert(IFieldConverter converter);

    /// <summary>Turns values into the CRM's and back; with it, any two types of field go together.</summary>
    /// <param name="toCrm">Gives the CRM's value of a local one; unknown when it has none. Pure.</param>
    /// <param name="fromCrm">Gives the local value of a CRM's; unknown when it has none. Pure.</param>
    /// <param name="toCrmText">The text of the first function, which the compiler fills in.</param>
    /// <param name="fromCrmText">The text of the second function, which the compiler fills in.</param>
    /// <returns>The mapping.</returns>
    TSelf Convert(
        Func<FieldValue, FieldValue> toCrm,
        Func<FieldValue, FieldValue> fromCrm,
        [CallerArgumentExpression(nameof(toCrm))] string? toCrmText = null,
        [CallerArgumentExpression(nameof(fromCrm))] string? fromCrmText = null);

    /// <summary>Lets a blank never overwrite a value, on either side.</summary>
    /// <returns>The mapping.</returns>
    TSelf KeepWhenBlank();

    /// <summary>Says what a blank may do to a value, a direction at a time.</summary>
    /// <param name="toCrm">What a local blank may do to a value in the CRM.</param>
    /// <param name="toLocal">What a blank in the CRM may do to a local value.</param>
    /// <returns>The mapping.</returns>
    TSelf Blanks(BlankRule toCrm = BlankRule.WhenChanged, BlankRule toLocal = BlankRule.WhenChanged);

    /// <summary>Writes only into a field that is blank.</summary>
    /// <returns>The mapping.</returns>
    TSelf FillWhenBlank();

    /// <summary>Writes only while a record is being created.</summary>
    /// <returns>The mapping.</returns>
    TSelf OnCreateOnly();

    /// <summary>Names the properties from which this one is computed, so that it counts as changed when they do.</summary>
    /// <param name="properties">The properties, each mapped or offered.</param>
    /// <returns>The mapping.</returns>
    TSelf ChangedBy(params Expression<Func<TContact, object?>>[] properties);

    /// <summary>Writes, either way, only where a condition holds.</summary>
    /// <param name="condition">Looks at the local contact. Pure and safe to call from several threads.</param>
    /// <param name="text">The condition's text, which the compiler fills in and screens show.</param>
    /// <returns>The mapping.</returns>
    TSelf When(Func<TContact, bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null);

    /// <summary>Cuts a value that is too long for its target at a character boundary, instead of reporting it.</summary>
    /// <returns>The mapping.</returns>
    TSelf Truncate();

    /// <summary>Writes back what drifted on the side that a one-way mapping writes to.</summary>
    /// <returns>The mapping.</returns>
    TSelf Enforce();

    /// <summary>Marks the field as tracking activity: → alone, and following the connection's activity tracking setting.</summary>
    /// <returns>The mapping.</returns>
    TSelf TracksActivity();

    /// <summary>Says under which heading the mapping is listed.</summary>
    /// <param name="name">The heading.</param>
    /// <returns>The mapping.</returns>
    TSelf InGroup(string name);

    /// <summary>Says which field is created, on request, in an account that lacks the one that the mapping names.</summary>
    /// <param name="label">What people see there.</param>
    /// <param name="type">What the field holds.</param>
    /// <param name="options">The options of a picklist, each its value and its label; none for other fields.</param>
    /// <returns>The mapping.</returns>
    /// <remarks>Until an account was asked, the CRM's field is taken to be this one.</remarks>
    TSelf SetUpAs(string label, FieldType type, params string[] options);

    /// <summary>Says which field is created, on request, in an account that lacks the one that the mapping names.</summary>
    /// <param name="label">What people see there.</param>
    /// <param name="type">What the field holds.</param>
    /// <param name="maxLength">The most characters it takes, above zero.</param>
    /// <returns>The mapping.</returns>
    /// <remarks>Until an account was asked, the CRM's field is taken to be this one.</remarks>
    TSelf SetUpAs(string label, FieldType type, int maxLength);

    /// <summary>Says from which directions an admin may choose.</summary>
    /// <param name="directions">The directions, at least one, with the mapping's own among them.</param>
    /// <returns>The mapping.</returns>
    TSelf Allow(params SyncDirection[] directions);
}

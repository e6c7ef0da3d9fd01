namespace CrmMapping;

/// <summary>Turns a local field's canonical value into the CRM's and back.</summary>
/// <remarks>
/// Must be pure: the same value always gives the same answer, as changes are told by comparing. An unknown answer says that the
/// value has no counterpart: that is an issue for the field, and nothing is written. Shared between threads.
/// <para>Its text, <c>ToString</c>, names it where the mapping is shown, and tells whether it is the one of before: let it say what the
/// converter was made with, as a record does by itself. Where the text is another one after a deploy, contacts that wait are planned
/// again; values that were agreed on stay until a side changes or the field is applied to existing contacts on request.</para>
/// </remarks>
public interface IFieldConverter
{
    /// <summary>Turns a local value into the CRM's.</summary>
    /// <param name="local">The local value, in canonical form; blank, never unknown.</param>
    /// <returns>The CRM's value in canonical form; unknown when it has none.</returns>
    FieldValue ToCrm(FieldValue local);

    /// <summary>Turns a CRM value into the local one.</summary>
    /// <param name="crm">The CRM's value, in canonical form; blank, never unknown.</param>
    /// <returns>The local value in canonical form; unknown when it has none.</returns>
    FieldValue FromCrm(FieldValue crm);
}

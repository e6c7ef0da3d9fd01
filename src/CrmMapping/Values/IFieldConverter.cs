namespace CrmMapping;

/// <summary>Turns a local field's canonical value into the CRM's and back.</summary>
/// <remarks>
/// Must be pure: the same value always gives the same answer, as changes are told by comparing. An unknown answer says that the
/// value has no counterpart: that is an issue for the field, and nothing is written. Shared between threads.
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

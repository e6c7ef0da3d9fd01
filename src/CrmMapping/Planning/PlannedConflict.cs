namespace CrmMapping;

/// <summary>Says how a plan settles a field that changed on both sides.</summary>
/// <param name="Field">The local field's key.</param>
/// <param name="CrmField">The CRM field's key.</param>
/// <param name="Local">The local value.</param>
/// <param name="Crm">The CRM's value.</param>
/// <param name="Winner">Who won.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">The times that were known.</param>
public sealed record PlannedConflict(
    string Field,
    string CrmField,
    FieldValue Local,
    FieldValue Crm,
    ConflictWinner Winner,
    ConflictReason Reason,
    FieldEvidence Evidence);

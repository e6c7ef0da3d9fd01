namespace CrmMapping;

/// <summary>Holds what is known of a field that changed on both sides.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Local">The local value, canonical.</param>
/// <param name="Crm">The CRM's value, canonical.</param>
/// <param name="AgreedLocal">The local value when the two were last brought together; unknown on a first link.</param>
/// <param name="AgreedCrm">The CRM's value when the two were last brought together; unknown on a first link.</param>
/// <param name="Evidence">When the two sides changed, and how sure that is.</param>
public readonly record struct FieldConflict(
    FieldMapping Mapping,
    FieldValue Local,
    FieldValue Crm,
    FieldValue AgreedLocal,
    FieldValue AgreedCrm,
    FieldEvidence Evidence);

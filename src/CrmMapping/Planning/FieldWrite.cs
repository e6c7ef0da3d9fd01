namespace CrmMapping;

/// <summary>Says that a plan writes one field.</summary>
/// <param name="Field">The local field's key.</param>
/// <param name="CrmField">The CRM field's key.</param>
/// <param name="OldValue">What the field holds now.</param>
/// <param name="NewValue">What it is to hold.</param>
/// <param name="Reason">By which rule.</param>
public sealed record FieldWrite(string Field, string CrmField, FieldValue OldValue, FieldValue NewValue, PlanReason Reason);

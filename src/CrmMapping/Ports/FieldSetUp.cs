namespace CrmMapping;

/// <summary>Describes a property that a map would have in the CRM.</summary>
/// <param name="Field">Its name, label, type and options.</param>
/// <param name="Group">The heading under which the CRM lists it; null for the CRM's usual one.</param>
/// <param name="IsWrittenHereOnly">Whether only this side writes it, so that people should not edit it by hand, where the CRM can see to that.</param>
public sealed record FieldSetUp(FieldDescriptor Field, string? Group, bool IsWrittenHereOnly);

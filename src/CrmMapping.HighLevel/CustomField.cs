namespace CrmMapping.HighLevel;

/// <summary>Holds a custom field: values name it by its id, people and maps by its key.</summary>
internal sealed record CustomField(string Id, FieldDescriptor Field);

namespace CrmMapping;

/// <summary>Holds what a contact and its record were last brought together at, under the map of their kind.</summary>
internal readonly record struct AgreedValues(CompiledMap Map, RecordBuffer Local, RecordBuffer Crm, EquatableArray<int> Unconfirmed);

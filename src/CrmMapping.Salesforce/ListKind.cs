namespace CrmMapping.Salesforce;

/// <summary>Names what people keep lists in.</summary>
internal enum ListKind
{
    View,
    Report,
    Campaign,
}

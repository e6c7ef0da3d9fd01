using System.Runtime.CompilerServices;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Knows which ordinals of a field set tell about the record itself.</summary>
internal static class SystemParts
{
    private static readonly ConditionalWeakTable<FieldNames, SystemPart[]> Known = [];

    public static SystemPart[] Of(FieldNames names) =>
        Known.GetValue(names, static names => [.. names.All.Select(Of)]);

    public static SystemPart Of(string name) => name switch
    {
        ObjectNames.Id => SystemPart.Id,
        ObjectNames.Modified => SystemPart.Modified,
        ObjectNames.Created => SystemPart.Created,
        ObjectNames.Deleted => SystemPart.Deleted,
        ObjectNames.Master => SystemPart.Master,
        ObjectNames.Converted => SystemPart.Converted,
        ObjectNames.ConvertedContact => SystemPart.ConvertedContact,
        _ => SystemPart.None,
    };
}

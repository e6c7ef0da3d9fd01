using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Says what happened to one record.</summary>
internal sealed record RecordNews(RecordType Type, string Id, NoticeKind Kind, Instant? At)
{
    /// <summary>Reads the name of an object.</summary>
    /// <returns>The kind of record; null for objects that stand for nobody.</returns>
    public static RecordType? TypeOf(string? name) => name switch
    {
        "Contact" => RecordType.Contact,
        "Lead" => RecordType.Lead,
        _ => null,
    };
}

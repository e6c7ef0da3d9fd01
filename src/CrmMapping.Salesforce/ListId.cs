namespace CrmMapping.Salesforce;

/// <summary>Names a list.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The kind of record in it; null where it may hold both.</param>
/// <param name="Id">Salesforce's id of it.</param>
internal sealed record ListId(ListKind Kind, RecordType? Type, string Id)
{
    public static ListId? Parse(string text) => text.Split(':') switch
    {
        [nameof(ListKind.View), var type, var id] when RecordId.IsId(id) && ReadType(type) is { } known => new ListId(ListKind.View, known, id),
        [nameof(ListKind.Report), var id] when RecordId.IsId(id) => new ListId(ListKind.Report, null, id),
        [nameof(ListKind.Campaign), var id] when RecordId.IsId(id) => new ListId(ListKind.Campaign, null, id),
        _ => null,
    };

    public override string ToString() => Type is { } type ? $"{Kind}:{type}:{Id}" : $"{Kind}:{Id}";

    private static RecordType? ReadType(string text) => text switch
    {
        nameof(RecordType.Contact) => RecordType.Contact,
        nameof(RecordType.Lead) => RecordType.Lead,
        _ => null,
    };
}

namespace CrmMapping.Salesforce;

/// <summary>Names a list and the kind of record that is taken from it, as a report or campaign may hold both.</summary>
internal sealed record ListId(ListKind Kind, RecordType Type, string Id)
{
    public static ListId? Parse(string text) => text.Split(':') is [var kind, var type, var id] && RecordId.IsId(id)
        && Enum.TryParse<ListKind>(kind, out var knownKind) && Enum.IsDefined(knownKind)
        && Enum.TryParse<RecordType>(type, out var knownType) && Enum.IsDefined(knownType)
            ? new ListId(knownKind, knownType, id)
            : null;

    public override string ToString() => $"{Kind}:{Type}:{Id}";
}

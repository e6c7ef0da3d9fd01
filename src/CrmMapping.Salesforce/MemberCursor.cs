namespace CrmMapping.Salesforce;

/// <summary>Says where a read of a list's members goes on. Immutable.</summary>
/// <param name="Type">The kind of record that is read.</param>
/// <param name="Inner">Where, within that kind; null at its beginning.</param>
internal sealed record MemberCursor(RecordType Type, string? Inner)
{
    private const char Lead = 'L';
    private const char Contact = 'C';

    public static MemberCursor Parse(string? text, RecordType first) => text switch
    {
        [Lead, '|', .. var inner] => new MemberCursor(RecordType.Lead, inner.Length == 0 ? null : inner),
        [Contact, '|', .. var inner] => new MemberCursor(RecordType.Contact, inner.Length == 0 ? null : inner),
        _ => new MemberCursor(first, Inner: null),
    };

    public override string ToString() => $"{(Type == RecordType.Lead ? Lead : Contact)}|{Inner}";
}

using System.Xml;

namespace CrmMapping.Salesforce;

/// <summary>Says which records an outbound message speaks of. Values in it are passed over.</summary>
/// <param name="OrganizationId">The org it comes from.</param>
/// <param name="Records">The contacts and leads.</param>
internal sealed record OutboundMessage(string OrganizationId, IReadOnlyList<(RecordType Type, string Id)> Records)
{
    private const string Outbound = "http://soap.sforce.com/2005/09/outbound";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const int MaxCharacters = 10_000_000;

    // No document type, no entity and nothing from elsewhere: whoever knows the token is still no friend of the parser.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Reads a message.</summary>
    /// <exception cref="XmlException">It is none.</exception>
    public static OutboundMessage Read(ReadOnlyMemory<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray(), writable: false);
        using var xml = XmlReader.Create(stream, Settings);
        string? org = null;
        List<(RecordType, string)> records = [];
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "OrganizationId", NamespaceURI: Outbound })
            {
                org = Id(xml.ReadElementContentAsString());
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sObject", NamespaceURI: Outbound, IsEmptyElement: false } && ReadRecord(xml) is { } record)
            {
                records.Add(record);
            }
        }

        return org is null ? throw new XmlException("The message names no organization.") : new OutboundMessage(org, records);
    }

    public IEnumerable<Notice> Notices(string connection) => Records.Distinct()
        .Select(record => new Notice { Connection = connection, Side = SyncSide.Crm, RecordType = record.Type, Id = record.Id });

    private static (RecordType, string)? ReadRecord(XmlReader xml)
    {
        var type = xml.GetAttribute("type", Instance)?.Split(':')[^1];
        string? id = null;
        using var inner = xml.ReadSubtree();
        inner.Read();
        for (inner.Read(); !inner.EOF;)
        {
            if (inner is { NodeType: XmlNodeType.Element, LocalName: "Id", Depth: 1 })
            {
                id = Id(inner.ReadElementContentAsString());
            }
            else
            {
                inner.Read();
            }
        }

        return (type, id) switch
        {
            ("Contact", not null) => (RecordType.Contact, id),
            ("Lead", not null) => (RecordType.Lead, id),
            _ => null,
        };
    }

    private static string? Id(string text) => RecordId.IsId(text) ? RecordId.ToLong(text) : null;
}

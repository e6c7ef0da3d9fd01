using System.Xml;

namespace CrmMapping.Salesforce;

/// <summary>Reads of which records an outbound message speaks. Values in it are passed over.</summary>
internal static class OutboundMessage
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
    public static OrgNews Read(ReadOnlyMemory<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray(), writable: false);
        using var xml = XmlReader.Create(stream, Settings);
        string? org = null;
        List<RecordNews> records = [];
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

        return org is null ? throw new XmlException("The message names no organization.") : new OrgNews(org, records);
    }

    private static RecordNews? ReadRecord(XmlReader xml)
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

        return id is not null && RecordNews.TypeOf(type) is { } known ? new RecordNews(known, id, NoticeKind.Changed, At: null) : null;
    }

    private static string? Id(string text) => RecordId.IsId(text) ? RecordId.ToLong(text) : null;
}

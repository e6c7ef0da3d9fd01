using System.Text;
using System.Xml;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Writes outbound messages: a SOAP envelope around notifications of one object.</summary>
internal static class OutboundWriter
{
    private const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string Outbound = "http://soap.sforce.com/2005/09/outbound";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Sobject = "urn:sobject.enterprise.soap.sforce.com";

    public static byte[] Write(
        SalesforceOrg org, string objectName, IReadOnlyList<Notification> notifications, IReadOnlyList<string> fields, string? session)
    {
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("soapenv", "Envelope", Soap);
            xml.WriteAttributeString("xmlns", "xsi", null, Instance);
            xml.WriteStartElement("Body", Soap);
            xml.WriteStartElement("notifications", Outbound);
            xml.WriteElementString("OrganizationId", Outbound, org.Id);
            xml.WriteElementString("ActionId", Outbound, SalesforceId.Create("04k", objectName is "Lead" ? 2 : 1));
            WriteSession(xml, session);
            xml.WriteElementString("EnterpriseUrl", Outbound, $"https://acme.my.salesforce.com/services/Soap/c/66.0/{org.Id[..15]}");
            xml.WriteElementString("PartnerUrl", Outbound, $"https://acme.my.salesforce.com/services/Soap/u/66.0/{org.Id[..15]}");
            foreach (var notification in notifications)
                WriteNotification(xml, org, notification, fields);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return body.ToArray();
    }

    private static void WriteSession(XmlWriter xml, string? session)
    {
        xml.WriteStartElement("SessionId", Outbound);
        if (session is null)
            xml.WriteAttributeString("nil", Instance, "true");
        else
            xml.WriteString(session);
        xml.WriteEndElement();
    }

    private static void WriteNotification(XmlWriter xml, SalesforceOrg org, Notification notification, IReadOnlyList<string> fields)
    {
        xml.WriteStartElement("Notification", Outbound);
        xml.WriteElementString("Id", Outbound, notification.Id);
        xml.WriteStartElement("sObject", Outbound);
        xml.WriteAttributeString("xmlns", "sf", null, Sobject);
        xml.WriteAttributeString("type", Instance, $"sf:{notification.ObjectName}");
        xml.WriteElementString("Id", Sobject, notification.RecordId);
        if (org.FindRecord(notification.RecordId) is { } record)
        {
            foreach (var field in fields)
            {
                if (record.Type.FindVisible(field) is >= 0 and var ordinal && FieldText.Of(record[ordinal]) is { } text)
                    xml.WriteElementString(record.Type[ordinal].Name, Sobject, text);
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}

namespace CrmMapping.Salesforce;

/// <summary>Writes the answers that Salesforce understands to its outbound messages.</summary>
internal static class OutboundAcknowledgement
{
    private const string Xml = "text/xml; charset=utf-8";

    private const string Ack =
        """<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>""";

    // Without an acknowledgement a message comes again for a day, which is what is wanted of one that could not be kept.
    public static WebhookAnswer Of(WebhookOutcome outcome) =>
        outcome == WebhookOutcome.Kept ? new WebhookAnswer(200, Xml, Ack) : WebhookAnswer.Of(outcome);
}

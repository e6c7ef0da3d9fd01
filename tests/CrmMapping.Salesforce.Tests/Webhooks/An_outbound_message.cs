namespace CrmMapping.Salesforce.Tests.Webhooks;

/// <summary>Writes messages as Salesforce sends them.</summary>
internal static class An_outbound_message
{
    public static string Of(string org, params (string Type, string Id)[] records) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
         <soapenv:Body>
          <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
           <OrganizationId>{org}</OrganizationId>
           <ActionId>04k5g000000CbIKAA0</ActionId>
           <SessionId xsi:nil="true"/>
           <EnterpriseUrl>https://acme.my.salesforce.com/services/Soap/c/66.0/00D5g0000000001</EnterpriseUrl>
           <PartnerUrl>https://acme.my.salesforce.com/services/Soap/u/66.0/00D5g0000000001</PartnerUrl>
           {string.Concat(records.Select(record =>
               $"""<Notification><Id>04l5g00000AbCdEAAV</Id><sObject xsi:type="sf:{record.Type}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>{record.Id}</sf:Id><sf:LastName>Lovelace</sf:LastName></sObject></Notification>"""))}
          </notifications>
         </soapenv:Body>
        </soapenv:Envelope>
        """;
}

namespace CrmMapping.Salesforce.Tests.Webhooks;

/// <summary>Writes change events as a relay sends them.</summary>
internal static class A_change_event
{
    public static string Of(string org, string changeType, params string[] ids) =>
        $$$"""
        {"version":"0","detail-type":"ContactChangeEvent","source":"aws.partner/salesforce.com/{{{org}}}/0YL5g0000000001AAA","detail":{"schemaId":"x",
         "payload":{"ChangeEventHeader":{"entityName":"Contact","recordIds":[{{{string.Join(',', ids.Select(static id => $"\"{id}\""))}}}],
          "changeType":"{{{changeType}}}","commitTimestamp":1780315200000},"LastName":"Lovelace"} } }
        """;
}

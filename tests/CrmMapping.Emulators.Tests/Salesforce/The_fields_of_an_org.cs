using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class The_fields_of_an_org : SalesforceTests
{
    [Fact]
    public async Task Are_described()
    {
        var described = await Get($"{Contacts}/describe");

        ((string?)described["keyPrefix"], (bool)described["createable"]!).Should().Be(("003", true));
        described["fields"]!.AsArray().Single(field => (string?)field!["name"] is "LeadSource")!.ToJsonString().Should().Be(
            """{"name":"LeadSource","label":"Lead Source","type":"picklist","length":255,"byteLength":765,"nillable":true,"createable":true,"updateable":true,"unique":false,"externalId":false,"idLookup":false,"calculated":false,"custom":false,"caseSensitive":false,"filterable":true,"sortable":true,"defaultedOnCreate":false,"restrictedPicklist":false,"dependentPicklist":false,"controllerName":null,"compoundFieldName":null,"referenceTo":[],"relationshipName":null,"precision":0,"scale":0,"digits":0,"picklistValues":[{"active":true,"defaultValue":false,"label":"Web","validFor":null,"value":"Web"},{"active":true,"defaultValue":false,"label":"Phone Inquiry","validFor":null,"value":"Phone Inquiry"},{"active":true,"defaultValue":false,"label":"Partner Referral","validFor":null,"value":"Partner Referral"},{"active":true,"defaultValue":false,"label":"Purchased List","validFor":null,"value":"Purchased List"},{"active":true,"defaultValue":false,"label":"Other","validFor":null,"value":"Other"}]}""");
        Required(described).Should().Equal("LastName");
        Required(await Get($"{Leads}/describe")).Should().Equal("LastName", "Company");
        (await Get($"{Data}/sobjects/Lead/describe"))["fields"]!.AsArray().Single(field => (string?)field!["name"] is "OwnerId")!["referenceTo"]!.ToJsonString()
            .Should().Be("""["Group","User"]""");
    }

    [Fact]
    public async Task Are_absent_when_they_are_hidden()
    {
        var id = Contact("Byron", ("DoNotCall", "true"));
        Emulator.Fields.Change("Contact", "DoNotCall", field => field with { IsHidden = true });

        var described = await Get($"{Contacts}/describe");

        described["fields"]!.AsArray().Should().NotContain(field => (string?)field!["name"] == "DoNotCall");
        Code(await Query("SELECT DoNotCall FROM Contact")).Should().Be("INVALID_FIELD");
        Code(await Patch($"{Contacts}/{id}", new { DoNotCall = false })).Should().Be("INVALID_FIELD");
        (await Get($"{Contacts}/{id}"))["DoNotCall"].Should().BeNull();
        Emulator.Contacts.Find(id)!["DoNotCall"].Should().Be("true");
    }

    [Fact]
    public async Task Can_be_added_changed_and_removed_while_records_are_there()
    {
        var id = Contact("Byron");
        Time.Advance(Duration.FromMinutes(1));
        var seen = Time.GetCurrentInstant().ToDateTimeUtc().ToString("R");
        var unchanged = await Get($"{Contacts}/describe", ("If-Modified-Since", seen));
        Time.Advance(Duration.FromMinutes(1));

        Emulator.Fields.Add("Contact", new("Flag__c", "Flag", "boolean") { IsNillable = false });
        var changed = await Get($"{Contacts}/describe", ("If-Modified-Since", seen));
        var before = (bool?)(await Query("SELECT Flag__c FROM Contact WHERE Flag__c = false"))["records"]![0]!["Flag__c"];
        await Patch($"{Contacts}/{id}", new { Flag__c = true });
        Emulator.Fields.Change("Contact", "Flag__c", field => field with { IsUpdateable = false });
        var refused = await Patch($"{Contacts}/{id}", new { Flag__c = false });
        Emulator.Fields.Remove("Contact", "Flag__c");

        (unchanged.Status, changed.Status, before).Should().Be((HttpStatusCode.NotModified, HttpStatusCode.OK, false));
        Code(refused).Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
        Code(await Query("SELECT Flag__c FROM Contact")).Should().Be("INVALID_FIELD");
        FluentActions.Invoking(() => Emulator.Fields.Add("Contact", new("Flag", "Flag", "string"))).Should().Throw<ArgumentException>().WithMessage("*__c*");
        FluentActions.Invoking(() => Emulator.Fields.Remove("Contact", "Phone")).Should().Throw<ArgumentException>().WithMessage("*Hide it*");
    }

    private static IEnumerable<string?> Required(Reply described) => described["fields"]!.AsArray()
        .Where(field => !(bool)field!["nillable"]! && (bool)field["createable"]! && !(bool)field["defaultedOnCreate"]!).Select(field => (string?)field!["name"]);
}

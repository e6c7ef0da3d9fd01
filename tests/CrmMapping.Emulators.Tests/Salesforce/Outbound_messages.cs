using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class Outbound_messages : SalesforceTests
{
    private const string Acknowledgement =
        """<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>""";

    private static readonly XNamespace Outbound = "http://soap.sforce.com/2005/09/outbound";
    private static readonly XNamespace Sf = "urn:sobject.enterprise.soap.sforce.com";

    [Fact]
    public async Task Tell_of_what_was_created_and_changed()
    {
        await using var receiver = await Receiver.StartAsync(Acknowledgement);
        Emulator.OutboundMessages.Fields = ["Email", "IsConverted"];
        var untold = Contact("Untold");
        Emulator.OutboundMessages.Url = receiver.Url;
        var (contact, lead) = (Contact("Byron", ("Email", "ada@example.com")), Lead("Quill"));
        await Patch($"{Contacts}/{contact}", new { Phone = "1" });
        await Patch($"{Contacts}/{contact}", new { Email = "nobody" });
        Emulator.Contacts.Delete(untold);

        var delivered = await Emulator.OutboundMessages.DeliverAsync();

        (delivered, Emulator.OutboundMessages.Pending).Should().Be((3, 0));
        receiver.ContentTypes.Should().OnlyContain(type => type == "text/xml; charset=UTF-8");
        var told = receiver.Bodies.Select(XDocument.Parse).ToList();
        told.SelectMany(body => body.Descendants(Outbound + "sObject")).Select(one => (one.Element(Sf + "Id")!.Value, one.Element(Sf + "Email")?.Value, one.Element(Sf + "IsConverted")?.Value))
            .Should().BeEquivalentTo([(contact, "ada@example.com", (string?)null), (contact, "ada@example.com", null), (lead, null, "false")]);
        told.SelectMany(body => body.Descendants(Outbound + "Notification")).Select(one => one.Element(Outbound + "Id")!.Value).Should().OnlyHaveUniqueItems();
        told.Should().OnlyContain(body => body.Descendants(Outbound + "OrganizationId").Single().Value.StartsWith("00D"));
        told.Select(body => body.Descendants(Outbound + "sObject").Select(one => one.Attributes().Single(attribute => attribute.Name.LocalName is "type").Value).Distinct().Single())
            .Should().BeEquivalentTo("sf:Contact", "sf:Lead");
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<Ack>false</Ack>")]
    [InlineData(500, Acknowledgement)]
    public async Task Come_again_until_they_are_acknowledged(int status, string answer)
    {
        await using var receiver = await Receiver.StartAsync(answer, status);
        Emulator.OutboundMessages.Url = receiver.Url;
        Contact("Byron");

        var refused = await Emulator.OutboundMessages.DeliverAsync();
        var early = await Emulator.OutboundMessages.DeliverDueAsync(Time.GetCurrentInstant(), CancellationToken.None);
        (receiver.Answer, receiver.Status) = (Acknowledgement, 200);
        Time.Advance(Duration.FromMinutes(1));
        var due = await Emulator.OutboundMessages.DeliverDueAsync(Time.GetCurrentInstant(), CancellationToken.None);

        (refused, early, due, receiver.Bodies.Count).Should().Be((0, 0, 1, 2));
        receiver.Bodies[1].Should().Be(receiver.Bodies[0]);
    }

    [Fact]
    public async Task May_carry_a_session()
    {
        await using var receiver = await Receiver.StartAsync(Acknowledgement);
        Emulator.OutboundMessages.Url = receiver.Url;
        Emulator.OutboundMessages.SendsSession = true;
        Contact("Byron");
        await Emulator.OutboundMessages.DeliverAsync();

        UseToken(XDocument.Parse(receiver.Bodies[0]).Descendants(Outbound + "SessionId").Single().Value);

        (await Get($"{Data}/limits")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Do_not_tell_of_what_was_taken_back()
    {
        await using var receiver = await Receiver.StartAsync(Acknowledgement);
        Emulator.OutboundMessages.Url = receiver.Url;

        await Post(Collections, new { allOrNone = true, records = new object[] { new { attributes = new { type = "Contact" }, LastName = "x" }, new { attributes = new { type = "Contact" } } } });

        Emulator.OutboundMessages.Pending.Should().Be(0);
    }

    private sealed class Receiver : IAsyncDisposable
    {
        private LoopbackHost _host = null!;

        public string Answer { get; set; } = "";

        public int Status { get; set; }

        public List<string> Bodies { get; } = [];

        public List<string?> ContentTypes { get; } = [];

        public Uri Url => new(_host.BaseAddress, "/hooks");

        public static async Task<Receiver> StartAsync(string answer, int status = 200)
        {
            var receiver = new Receiver { Answer = answer, Status = status };
            receiver._host = await LoopbackHost.StartAsync(0, receiver.TakeAsync, CancellationToken.None);
            return receiver;
        }

        public ValueTask DisposeAsync() => _host.DisposeAsync();

        private async Task TakeAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            Bodies.Add(await reader.ReadToEndAsync());
            ContentTypes.Add(context.Request.ContentType);
            context.Response.StatusCode = Status;
            await context.Response.WriteAsync(Answer);
        }
    }
}

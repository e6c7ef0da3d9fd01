using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_bulk_job : SalesforceTests
{
    private const string Ingest = Data + "/jobs/ingest";
    private const string Bulk = Data + "/jobs/query";

    protected override SalesforceEmulatorOptions Options => new() { ContactFields = [Key] };

    [Fact]
    public async Task Writes_rows_and_says_what_became_of_each()
    {
        var known = Contact("Known", ("CrmMapping_Id__c", "A"), ("Phone", "1"), ("Title", "Buyer"), ("FirstName", "Kim"));
        var job = await Open(new { @object = "Contact", operation = "upsert", externalIdFieldName = "CrmMapping_Id__c", lineEnding = "LF" });

        await Upload(job, "CrmMapping_Id__c,LastName,Phone,Title,FirstName,Owner.Email\n" +
            "A,\"Known, \"\"Jr\"\"\",#N/A,,,\nB,New,\"2,3\",,, integration@acme.example.com\nC,,4,,,\nD, New ,5,,,nobody@example.com\nE,\"x\" y,6,,,\n");
        var states = await Finish(job);
        var (succeeded, failed) = (await Rows(job, "successfulResults"), await Rows(job, "failedResults"));

        ((string)job["state"]!, (string)job["contentUrl"]!).Should().Be(("Open", $"services/data/v66.0/jobs/ingest/{job["id"]}/batches"));
        states.Should().Equal("UploadComplete", "InProgress", "JobComplete");
        succeeded[0].Should().Be("\"sf__Id\",\"sf__Created\",\"CrmMapping_Id__c\",\"LastName\",\"Phone\",\"Title\",\"FirstName\",\"Owner.Email\"");
        succeeded[1].Should().Be($"\"{known}\",\"false\",\"A\",\"Known, \"\"Jr\"\"\",\"#N/A\",\"\",\"\",\"\"");
        failed[0].Should().StartWith("\"sf__Id\",\"sf__Error\",\"CrmMapping_Id__c\"");
        failed.Skip(1).Should().HaveCount(4);
        failed.Should().ContainSingle(row => row.StartsWith("\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --\",\"C\"", StringComparison.Ordinal));
        var contact = Emulator.Contacts.Find(known)!;
        (contact["LastName"], contact["Phone"], contact["Title"], contact["FirstName"]).Should().Be(("Known, \"Jr\"", null, "Buyer", "Kim"));
    }

    [Fact]
    public async Task Answers_its_rows_in_another_order()
    {
        var job = await Open(new { @object = "Contact", operation = "insert" });
        await Upload(job, "LastName\n" + string.Join('\n', Enumerable.Range(0, 50).Select(n => $"{n:00}")));
        await Finish(job);

        var rows = (await Rows(job, "successfulResults")).Skip(1).Select(row => row.Split(',')[2]).ToList();

        rows.Should().HaveCount(50).And.NotBeInAscendingOrder();
        Emulator.Contacts.Count.Should().Be(50);
    }

    [Theory]
    [InlineData("LF", "LastName\r\nByron\r\n", "Failed")]
    [InlineData("CRLF", "LastName\nByron\n", "Failed")]
    [InlineData("CRLF", "LastName\r\nByron\r\n", "JobComplete")]
    [InlineData("LF", "LastName,Nope\nByron,1\n", "Failed")]
    [InlineData("LF", "LastName\nByron", "JobComplete")]
    public async Task Fails_where_its_file_is_not_as_it_said(string lineEnding, string file, string state)
    {
        var job = await Open(new { @object = "Contact", operation = "insert", lineEnding });
        await Upload(job, file);

        (await Finish(job))[^1].Should().Be(state);

        var ended = await Get($"{Ingest}/{job["id"]}");
        (ended["errorMessage"] is null).Should().Be(state is "JobComplete");
        Emulator.Contacts.Count.Should().Be(state is "JobComplete" ? 1 : 0);
    }

    [Fact]
    public async Task Is_filled_once_and_does_nothing_until_it_is_closed()
    {
        var job = await Open(new { @object = "Contact", operation = "insert" });
        var early = await Get($"{Ingest}/{job["id"]}/successfulResults");
        await Upload(job, "LastName\nByron\n");
        var twice = await Upload(job, "LastName\nByron\n");
        for (var i = 0; i < 5; i++)
            ((string)(await Get($"{Ingest}/{job["id"]}"))["state"]!).Should().Be("Open");
        var aborted = await Patch($"{Ingest}/{job["id"]}", new { state = "Aborted" });
        var closed = await Patch($"{Ingest}/{job["id"]}", new { state = "UploadComplete" });

        (Code(early), Code(twice), (string)aborted["state"]!, Code(closed)).Should().Be(("INVALIDJOBSTATE", "INVALIDJOBSTATE", "Aborted", "INVALIDJOBSTATE"));
        (await Rows(job, "unprocessedrecords")).Should().Equal("\"LastName\"", "\"Byron\"");
        (await Delete($"{Ingest}/{job["id"]}")).Status.Should().Be(HttpStatusCode.NoContent);
        (await Get($"{Ingest}/{job["id"]}")).Status.Should().Be(HttpStatusCode.NotFound);
        Emulator.Contacts.Count.Should().Be(0);
    }

    [Fact]
    public async Task May_break_down_and_keeps_what_it_wrote()
    {
        Emulator.BreakNextJob(afterRows: 2);
        var job = await Open(new { @object = "Contact", operation = "insert" });
        await Upload(job, "LastName\nOne\nTwo\nThree\nFour\n");

        (await Finish(job))[^1].Should().Be("Failed");

        ((await Rows(job, "successfulResults")).Count, (await Rows(job, "failedResults")).Count).Should().Be((3, 1));
        (await Rows(job, "unprocessedrecords")).Should().Equal("\"LastName\"", "\"Three\"", "\"Four\"");
        Time.Advance(Duration.FromDays(7));
        UseToken(Emulator.OAuth.IssueAccessToken());
        (await Get($"{Ingest}/{job["id"]}")).Status.Should().Be(HttpStatusCode.NotFound);
        Emulator.Contacts.All.Select(contact => contact["LastName"]).Should().Equal("One", "Two");
    }

    [Fact]
    public async Task Deletes_and_updates_by_id()
    {
        var (kept, gone) = (Contact("Kept"), Contact("Gone"));

        var update = await Open(new { @object = "Contact", operation = "update", columnDelimiter = "TAB" });
        await Upload(update, $"Id\tBirthdate\tDoNotCall\n{kept}\t1985-04-01\ttrue\n{gone[..15]}\t\tmaybe\n");
        await Finish(update);
        var delete = await Open(new { @object = "Contact", operation = "delete" });
        await Upload(delete, $"Id\n{gone}\n0035g0000000zzz\n");
        await Finish(delete);
        var erased = Contact("Erased");
        var erase = await Open(new { @object = "Contact", operation = "hardDelete" });
        await Upload(erase, $"Id\n{erased}\n");
        await Finish(erase);

        (await Rows(update, "failedResults"))[1].Should().Contain("INVALID_TYPE_ON_FIELD_IN_RECORD:");
        (await Rows(delete, "failedResults"))[1].Should().StartWith("\"0035g0000000zzz\",\"NOT_FOUND:");
        (Emulator.Contacts.Find(gone)!.IsDeleted, Emulator.Contacts.Find(erased)).Should().Be((true, null));
        var contact = Emulator.Contacts.All.Single();
        (contact.Id, contact["Birthdate"], contact["DoNotCall"]).Should().Be((kept, "1985-04-01", "true"));
    }

    [Fact]
    public async Task Gives_the_rows_of_a_query_part_by_part()
    {
        var ids = Emulator.Contacts.CreateMany(Enumerable.Range(0, 5).Select(n => new KeyValuePair<string, string?>[] { new("LastName", $"{n}") }));
        Emulator.Contacts.Delete(ids[4]);
        var job = (await Post(Bulk, new { operation = "queryAll", query = "SELECT Id, LastName, CreatedDate, Owner.Email, Phone, IsDeleted FROM Contact ORDER BY Id" })).Body!;
        var early = await Get($"{Bulk}/{job["id"]}/results");
        await Poll(Bulk, job);

        var first = await Get($"{Bulk}/{job["id"]}/results?maxRecords=3");
        var second = await Get($"{Bulk}/{job["id"]}/results?maxRecords=3&locator={first.Header("Sforce-Locator")}");
        var other = await Get($"{Bulk}/{job["id"]}/results".Replace("v66.0", "v65.0", StringComparison.Ordinal));

        ((string)job["state"]!, Code(early)).Should().Be(("UploadComplete", "INVALIDJOBSTATE"));
        (first.Header("Sforce-NumberOfRecords"), second.Header("Sforce-NumberOfRecords"), second.Header("Sforce-Locator")).Should().Be(("3", "2", "null"));
        ((string)second.Body!).Should().Be("\"Id\",\"LastName\",\"CreatedDate\",\"Owner.Email\",\"Phone\",\"IsDeleted\"\n" +
            $"\"{ids[3]}\",\"3\",\"2026-11-02T15:00:00.000Z\",\"admin@acme.example.com\",\"\",\"false\"\n" +
            $"\"{ids[4]}\",\"4\",\"2026-11-02T15:00:00.000Z\",\"admin@acme.example.com\",\"\",\"true\"\n");
        other.Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("SELECT Id FROM Contact LIMIT 1 OFFSET 1", "FEATURENOTENABLED")]
    [InlineData("SELECT COUNT() FROM Contact", "FEATURENOTENABLED")]
    [InlineData("SELECT MailingAddress FROM Contact", "FEATURENOTENABLED")]
    [InlineData("SELECT Nope FROM Contact", "INVALID_FIELD")]
    public async Task Takes_no_query_that_only_the_other_api_takes(string query, string code) =>
        Code(await Post(Bulk, new { operation = "query", query })).Should().Be(code);

    private async Task<JsonNode> Open(object job)
    {
        var reply = await Post(Ingest, job);
        reply.Status.Should().Be(HttpStatusCode.OK);
        return reply.Body!;
    }

    private Task<Reply> Upload(JsonNode job, string csv) =>
        Send(HttpMethod.Put, $"/{job["contentUrl"]}", new StringContent(csv, Encoding.UTF8, "text/csv"));

    private async Task<List<string>> Finish(JsonNode job)
    {
        (await Patch($"{Ingest}/{job["id"]}", new { state = "UploadComplete" })).Status.Should().Be(HttpStatusCode.OK);
        return await Poll(Ingest, job);
    }

    private async Task<List<string>> Poll(string jobs, JsonNode job)
    {
        var states = new List<string>();
        for (var i = 0; i < 10 && (states.Count is 0 || states[^1] is "UploadComplete" or "InProgress"); i++)
            states.Add((string)(await Get($"{jobs}/{job["id"]}"))["state"]!);
        return states;
    }

    private async Task<List<string>> Rows(JsonNode job, string which) =>
        [.. ((string)(await Get($"{Ingest}/{job["id"]}/{which}")).Body!).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}

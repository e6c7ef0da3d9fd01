using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_soql_query : SalesforceTests
{
    protected override SalesforceEmulatorOptions Options => new()
    {
        ContactFields =
        [
            Key, new("Interests__c", "Interests", "multipicklist", 255) { PicklistValues = [new("A", "A"), new("B", "B"), new("C", "C")] },
            new("Score__c", "Score", "double") { Precision = 10, Scale = 1 }, new("Notes__c", "Notes", "textarea", 32_000),
        ],
    };

    [Theory]
    [InlineData("Email = 'ADA@example.com'", "Ada")]
    [InlineData("Email != 'ada@example.com'", "Bob,Cy,Dee")]
    [InlineData("Email = null", "Cy")]
    [InlineData("Email = ''", "Cy")]
    [InlineData("Email != null", "Ada,Bob,Dee")]
    [InlineData("Email IN ('bob@example.com', 'dee@example.com', 'nobody@example.com')", "Bob,Dee")]
    [InlineData("Email NOT IN ('bob@example.com')", "Ada,Cy,Dee")]
    [InlineData("Phone = '+12125550101' OR MobilePhone = '+12125550101'", "Ada,Bob")]
    [InlineData("Phone IN ('+12125550101') AND FirstName LIKE 'a%'", "Ada")]
    [InlineData("FirstName LIKE '_e_'", "Dee")]
    [InlineData("NOT (FirstName LIKE '%e%')", "Ada,Bob,Cy")]
    [InlineData("FirstName > 'b' AND FirstName <= 'cy'", "Bob,Cy")]
    [InlineData("LastName LIKE '50\\%'", "Dee")]
    [InlineData("LastName LIKE '5\\_\\%'", "")]
    [InlineData("LastName = 'O\\'Brien'", "Ada")]
    [InlineData("LastName = 'back\\\\slash'", "Cy")]
    [InlineData("LastName = 'O\\u0027Brien'", "Ada")]
    [InlineData("DoNotCall = true", "Bob")]
    [InlineData("DoNotCall != true", "Ada,Cy,Dee")]
    [InlineData("Score__c >= 2.5", "Bob,Cy")]
    [InlineData("Score__c < 3", "Ada,Bob")]
    [InlineData("Interests__c INCLUDES ('A;B', 'C')", "Ada,Cy")]
    [InlineData("Interests__c INCLUDES ('B')", "Ada,Bob")]
    [InlineData("Interests__c EXCLUDES ('B')", "Cy,Dee")]
    [InlineData("Interests__c = 'B;A'", "Ada")]
    [InlineData("Birthdate = 2001-04-01", "Ada")]
    [InlineData("CreatedDate = TODAY", "Ada,Bob,Cy,Dee")]
    [InlineData("CreatedDate < TODAY", "")]
    [InlineData("CreatedDate = LAST_N_DAYS:7 AND CreatedDate > YESTERDAY", "Ada,Bob,Cy,Dee")]
    [InlineData("CreatedDate >= 2026-11-02T15:00:00Z AND CreatedDate < 2026-11-02T15:00:02Z", "Ada,Bob")]
    [InlineData("SystemModstamp > 2026-11-02T16:00:01.000+01:00", "Cy,Dee")]
    [InlineData("SystemModstamp > 2026-11-02T15:00:02+0000", "Dee")]
    [InlineData("Owner.Email = 'lee@example.com'", "Dee")]
    [InlineData("Contact.Owner.IsActive = true AND c.Account.Name = 'Bluebird Bakery'", "Bob")]
    [InlineData("AccountId IN (SELECT Id FROM Account WHERE Name LIKE 'blue%')", "Bob")]
    [InlineData("(FirstName = 'Ada' OR FirstName = 'Bob') AND Score__c != null", "Ada,Bob")]
    public async Task Finds_what_its_condition_says(string condition, string names)
    {
        People();

        var reply = await Query($"SELECT FirstName FROM Contact c WHERE {condition} ORDER BY FirstName");

        reply.Status.Should().Be(HttpStatusCode.OK, reply.Body?.ToJsonString());
        string.Join(',', Column(reply, "FirstName")).Should().Be(names);
    }

    [Theory]
    [InlineData("SELECT Id FROM Contact WHERE", "MALFORMED_QUERY", "unexpected token: '<EOF>'")]
    [InlineData("SELECT Id, FROM Contact", "MALFORMED_QUERY", "unexpected token: 'Contact'")]
    [InlineData("SELECT Id FROM Contact WHERE Email = 'a' AND Email = 'b' OR Email = 'c'", "MALFORMED_QUERY", "unexpected token: 'OR'")]
    [InlineData("SELECT Id FROM Contact WHERE Email = 'a", "MALFORMED_QUERY", "ERROR at Row:1")]
    [InlineData("SELECT Id FROM Contact WHERE Email = 'a\\d'", "MALFORMED_QUERY", "Illegal string literal")]
    [InlineData("SELECT Id FROM Contact WHERE Email = 'a\\%'", "MALFORMED_QUERY", "Illegal string literal")]
    [InlineData("SELECT Id FROM Contact LIMIT x", "MALFORMED_QUERY", "unexpected token: 'x'")]
    [InlineData("SELECT Nope FROM Contact", "INVALID_FIELD", "No such column 'Nope' on entity 'Contact'")]
    [InlineData("SELECT MailingCity FROM Lead", "INVALID_FIELD", "No such column 'MailingCity' on entity 'Lead'")]
    [InlineData("SELECT Id, Id FROM Contact", "INVALID_FIELD", "duplicate field selected: Id")]
    [InlineData("SELECT Boss.Name FROM Contact", "INVALID_FIELD", "Didn't understand relationship 'Boss'")]
    [InlineData("SELECT Owner.Type FROM Contact", "INVALID_FIELD", "No such column 'Type' on entity 'User'")]
    [InlineData("SELECT Id FROM Contact WHERE Nope = 1", "INVALID_FIELD", "No such column 'Nope'")]
    [InlineData("SELECT Id FROM Contact WHERE Email = 1", "INVALID_FIELD", "must be of type string and should be enclosed in quotes")]
    [InlineData("SELECT Id FROM Contact WHERE CreatedDate > '2026-11-02T15:00:00Z'", "INVALID_FIELD", "must be of type dateTime and should not be enclosed in quotes")]
    [InlineData("SELECT Id FROM Contact WHERE CreatedDate > 2026-11-02", "INVALID_FIELD", "must be of type dateTime")]
    [InlineData("SELECT Id FROM Contact WHERE DoNotCall = 'true'", "INVALID_FIELD", "must be of type boolean")]
    [InlineData("SELECT Id FROM Contact WHERE Notes__c = 'x'", "INVALID_FIELD", "can not be filtered")]
    [InlineData("SELECT Id FROM Contact ORDER BY Notes__c", "INVALID_FIELD", "can not be sorted")]
    [InlineData("SELECT Id FROM Contact WHERE Id = '003'", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: 003")]
    [InlineData("SELECT Id FROM Nope", "INVALID_TYPE", "sObject type 'Nope' is not supported")]
    [InlineData("SELECT Id FROM Contact LIMIT 1 OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000")]
    [InlineData("SELECT FIELDS(ALL) FROM Contact", "MALFORMED_QUERY", "LIMIT of at most 200")]
    public async Task Says_what_is_wrong_with_it(string soql, string code, string message)
    {
        var refused = await Query(soql);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        Code(refused).Should().Be(code);
        ((string)refused.Body![0]!["message"]!).Should().Contain(message);
    }

    [Fact]
    public async Task Shows_records_with_their_attributes_and_those_they_refer_to()
    {
        People();

        var reply = await Query("select id, lastname, email, owner.email, account.name, owner.name, systemmodstamp, score__c, birthdate, mailingaddress from contact where firstname in ('Ada')");

        var record = reply["records"]![0]!;
        var id = (string)record["Id"]!;
        ((int)reply["totalSize"]!, (bool)reply["done"]!, reply["nextRecordsUrl"]).Should().Be((1, true, null));
        record.ToJsonString().Should().Be($$$"""
            {"attributes":{"type":"Contact","url":"{{{Contacts}}}/{{{id}}}"},"Id":"{{{id}}}","LastName":"O\u0027Brien","Email":"ada@example.com","Owner":{"attributes":{"type":"Name","url":"{{{Data}}}/sobjects/User/{{{Emulator.Users.All[0].Id}}}"},"Email":"admin@acme.example.com","Name":"Admin User"},"Account":null,"SystemModstamp":"2026-11-02T15:00:00.000\u002B0000","Score__c":1.5,"Birthdate":"1985-04-01","MailingAddress":null}
            """);
    }

    [Fact]
    public async Task Sorts_with_nulls_first_unless_told_otherwise()
    {
        People();

        Column(await Query("SELECT FirstName FROM Contact ORDER BY Email"), "FirstName").Should().Equal("Cy", "Ada", "Bob", "Dee");
        Column(await Query("SELECT FirstName FROM Contact ORDER BY Email NULLS LAST"), "FirstName").Should().Equal("Ada", "Bob", "Dee", "Cy");
        Column(await Query("SELECT FirstName FROM Contact ORDER BY Email DESC"), "FirstName").Should().Equal("Dee", "Bob", "Ada", "Cy");
        Column(await Query("SELECT FirstName FROM Contact ORDER BY DoNotCall DESC, Owner.Email DESC, FirstName DESC"), "FirstName").Should().Equal("Bob", "Dee", "Cy", "Ada");
        Column(await Query("SELECT FirstName FROM Contact ORDER BY FirstName LIMIT 2 OFFSET 1"), "FirstName").Should().Equal("Bob", "Cy");
    }

    [Fact]
    public async Task May_be_long_and_is_refused_when_it_is_deep()
    {
        People();
        var wide = string.Join(" OR ", Enumerable.Range(0, 5_000).Select(n => $"Phone='{n}'"));
        var job = await Post($"{Data}/jobs/query", new { operation = "query", query = $"SELECT Id FROM Contact WHERE {wide}" });
        var longest = await Post($"{Data}/jobs/query", new { operation = "query", query = $"SELECT Id FROM Contact WHERE {wide} OR {wide}" });
        var deep = await Query($"SELECT Id FROM Contact WHERE {new string('(', 1_500)}Phone = '1'{new string(')', 1_500)}");

        (job.Status, Code(longest), Code(deep)).Should().Be((HttpStatusCode.OK, "MALFORMED_QUERY", "MALFORMED_QUERY"));
    }

    [Fact]
    public async Task Counts()
    {
        People();

        var reply = await Query("SELECT COUNT() FROM Contact WHERE Email != null");

        reply.Body!.ToJsonString().Should().Be("""{"totalSize":3,"done":true,"records":[]}""");
    }

    [Fact]
    public async Task Goes_on_where_its_page_ended_until_its_cursor_is_lost()
    {
        Emulator.Contacts.CreateMany(Enumerable.Range(0, 450).Select(n => new KeyValuePair<string, string?>[] { new("LastName", $"Quill {n:000}") }));

        var pages = new List<Reply> { await Query("SELECT LastName FROM Contact ORDER BY LastName", ("Sforce-Query-Options", "batchSize=1")) };
        var next = (string)pages[0]["nextRecordsUrl"]!;
        while (!(bool)pages[^1]["done"]!)
            pages.Add(await Get((string)pages[^1]["nextRecordsUrl"]!));
        Emulator.LoseCursors();

        pages.SelectMany(page => Column(page, "LastName")).Should().Equal(Enumerable.Range(0, 450).Select(n => $"Quill {n:000}"));
        pages.Select(page => (int)page["totalSize"]!).Should().OnlyContain(total => total == 450);
        (Column(pages[0], "LastName").Count, Column(pages[1], "LastName").Count < 200, pages[^1]["nextRecordsUrl"]).Should().Be((200, true, null));
        Code(await Get(next)).Should().Be("INVALID_QUERY_LOCATOR");
    }

    [Fact]
    public async Task Loses_its_cursor_after_two_days()
    {
        Emulator.Contacts.CreateMany(Enumerable.Range(0, 201).Select(n => new KeyValuePair<string, string?>[] { new("LastName", "Quill") }));
        var first = await Query("SELECT Id FROM Contact", ("Sforce-Query-Options", "batchSize=200"));

        Time.Advance(Duration.FromHours(48));
        UseToken(Emulator.OAuth.IssueAccessToken());

        Code(await Get((string)first["nextRecordsUrl"]!)).Should().Be("INVALID_QUERY_LOCATOR");
    }

    [Fact]
    public async Task Walks_through_all_by_stamp_and_id()
    {
        Emulator.Contacts.CreateMany(Enumerable.Range(0, 25).Select(n => new KeyValuePair<string, string?>[] { new("LastName", $"{n}") }));
        Time.Advance(Duration.FromSeconds(1));
        Emulator.Contacts.Update(Emulator.Contacts.All[3].Id, "Title", "Buyer");
        var seen = new List<string?>();
        var condition = "";
        while (true)
        {
            var reply = await Query($"SELECT Id, SystemModstamp FROM Contact {condition} ORDER BY SystemModstamp ASC, Id ASC LIMIT 10");
            var records = reply["records"]!.AsArray();
            if (records.Count is 0)
                break;
            seen.AddRange(Column(reply, "Id"));
            var stamp = ((string)records[^1]!["SystemModstamp"]!).Replace(".000+0000", "Z", StringComparison.Ordinal);
            condition = $"WHERE SystemModstamp > {stamp} OR (SystemModstamp = {stamp} AND Id > '{seen[^1]}')";
        }

        seen.Should().Equal(Emulator.Contacts.All.OrderBy(contact => contact.ChangedAt).ThenBy(contact => contact.Id, StringComparer.Ordinal).Select(contact => contact.Id));
    }

    private void People()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng");
        var bakery = Emulator.Records("Account").Create([new("Name", "Bluebird Bakery")]).Id;
        One("O'Brien", ("FirstName", "Ada"), ("Email", "ada@example.com"), ("Phone", "+12125550101"), ("Score__c", "1.5"), ("Interests__c", "A;B"), ("Birthdate", "1985-04-01"));
        One("Quill", ("FirstName", "Bob"), ("Email", "bob@example.com"), ("MobilePhone", "+12125550101"), ("Score__c", "2.5"), ("Interests__c", "B"), ("DoNotCall", "true"), ("AccountId", bakery));
        One("back\\slash", ("FirstName", "Cy"), ("Score__c", "3"), ("Interests__c", "C"));
        One("50%", ("FirstName", "Dee"), ("Email", "dee@example.com"), ("OwnerId", lee.Id));

        void One(string lastName, params (string Name, string? Value)[] fields)
        {
            Contact(lastName, fields);
            Time.Advance(Duration.FromSeconds(1));
        }
    }
}

using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_record_of_an_org : SalesforceTests
{
    protected override SalesforceEmulatorOptions Options => new()
    {
        ContactFields =
        [
            Key, new("Code__c", "Code", "string", 20) { IsExternalId = true, IsUnique = true },
            new("Tier__c", "Tier", "picklist", 255) { IsRestrictedPicklist = true, PicklistValues = [new("Gold", "Gold"), new("Old", "Old") { IsActive = false }] },
            new("Score__c", "Score", "double") { Precision = 4, Scale = 2 },
            new("Shift__c", "Shift", "time"), new("Hidden__c", "Hidden", "string", 20) { IsHidden = true },
        ],
    };

    [Fact]
    public async Task Is_created_read_changed_and_deleted()
    {
        var created = await Post(Contacts, new { LastName = " Byron ", FirstName = "Ada", Score__c = 1.239, Birthdate = "1985-04-01", Shift__c = "08:33:16.000Z" });
        var id = (string)created["id"]!;
        var changed = await Patch($"{Contacts}/{id}", new { FirstName = "", Phone = "ask" });
        var read = await Get($"{Contacts}/{id[..15]}?fields=Id,LastName,FirstName,Phone,Score__c,Birthdate,Shift__c,Name");
        var deleted = await Delete($"{Contacts}/{id}");

        created.Status.Should().Be(HttpStatusCode.Created);
        created.Body!.ToJsonString().Should().Be($$"""{"id":"{{id}}","success":true,"errors":[]}""");
        created.Header("Location").Should().Be($"{Contacts}/{id}");
        (changed.Status, deleted.Status, changed.Body).Should().Be((HttpStatusCode.NoContent, HttpStatusCode.NoContent, null));
        read.Body!["attributes"]!["url"]!.GetValue<string>().Should().Be($"{Contacts}/{id}");
        read.Body.AsObject().Remove("attributes");
        read.Body.ToJsonString().Should().Be($$"""{"Id":"{{id}}","LastName":"Byron","FirstName":null,"Phone":"ask","Score__c":1.24,"Birthdate":"1985-04-01","Shift__c":"08:33:16.000Z","Name":"Byron"}""");
        var gone = await Get($"{Contacts}/{id}");
        (gone.Status, Code(gone), Code(await Patch($"{Contacts}/{id}", new { Phone = "" }))).Should().Be((HttpStatusCode.NotFound, "ENTITY_IS_DELETED", "ENTITY_IS_DELETED"));
    }

    [Theory]
    [InlineData("""{"FirstName":"Ada"}""", "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName]", "LastName")]
    [InlineData("""{"LastName":"x","Nope":"1"}""", "INVALID_FIELD", "No such column 'Nope' on sobject of type Contact", null)]
    [InlineData("""{"LastName":"x","Hidden__c":"1"}""", "INVALID_FIELD", "No such column 'Hidden__c' on sobject of type Contact", null)]
    [InlineData("""{"LastName":"x","FirstName":"12345678901234567890123456789012345678901"}""", "STRING_TOO_LONG", "First Name: data value too large: 12345678901234567890123456789012345678901 (max length=40)", "FirstName")]
    [InlineData("""{"LastName":"x","Email":"nobody"}""", "INVALID_EMAIL_ADDRESS", "Email: invalid email address: nobody", "Email")]
    [InlineData("""{"LastName":"x","Tier__c":"Silver"}""", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Tier: bad value for restricted picklist field: Silver", "Tier__c")]
    [InlineData("""{"LastName":"x","Tier__c":"Old"}""", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Tier: bad value for restricted picklist field: Old", "Tier__c")]
    [InlineData("""{"LastName":"x","Score__c":100}""", "NUMBER_OUTSIDE_VALID_RANGE", "Score: value outside of valid range on numeric field: 100", "Score__c")]
    [InlineData("""{"LastName":"x","Name":"y"}""", "INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields: Name. Please check the security settings of this field and verify that it is read/write for your profile or permission set.", "Name")]
    [InlineData("""{"LastName":"x","Id":"003"}""", "INVALID_FIELD", "The Id field should not be specified in the sobject data.", null)]
    [InlineData("""{"LastName":"x","OwnerId":"nobody"}""", "MALFORMED_ID", "Owner ID: id value of incorrect type: nobody", "OwnerId")]
    [InlineData("""{"LastName":"x","OwnerId":"0035g000000000001"}""", "MALFORMED_ID", "Owner ID: id value of incorrect type: 0035g000000000001", "OwnerId")]
    [InlineData("""{"LastName":"x","OwnerId":"00G5g0000000001"}""", "FIELD_INTEGRITY_EXCEPTION", "Owner ID: id value of incorrect type: 00G5g0000000001", "OwnerId")]
    [InlineData("""{"LastName":"x","OwnerId":"0055g0000000zzz"}""", "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", null)]
    [InlineData("""{"LastName":"x","DoNotCall":null}""", "INVALID_TYPE_ON_FIELD_IN_RECORD", "Do Not Call: value not of required type: ", "DoNotCall")]
    public async Task Is_refused_with_the_fields_that_are_wrong(string body, string code, string message, string? field)
    {
        var refused = await Post(Contacts, body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        (Code(refused), (string?)refused.Body![0]!["message"], (string?)refused.Body[0]!["fields"]?[0]).Should().Be((code, message, field));
        Emulator.Contacts.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("""{"LastName":1}""")]
    [InlineData("""{"LastName":"x","DoNotCall":"true"}""")]
    [InlineData("""{"LastName":"x","Birthdate":"01.04.1985"}""")]
    [InlineData("""{"LastName":"x","Score__c":"1"}""")]
    [InlineData("""{"LastName":"x","Shift__c":"08:33:16-07:00"}""")]
    [InlineData("""{"LastName":["x"]}""")]
    [InlineData("""{"LastName":"x" """)]
    [InlineData("[]")]
    public async Task Is_not_read_from_json_of_other_types(string body) => Code(await Post(Contacts, body)).Should().Be("JSON_PARSER_ERROR");

    [Fact]
    public async Task Names_every_value_that_is_wrong()
    {
        var refused = await Post(Contacts, new { LastName = "x", Email = "nobody", Tier__c = "Silver" });

        refused.Body!.AsArray().Select(error => (string?)error!["errorCode"]).Should().Equal("INVALID_EMAIL_ADDRESS", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    }

    [Fact]
    public async Task Keeps_a_unique_value_from_others()
    {
        var ada = Contact("Ada", ("Code__c", "A-1"));

        var refused = await Post(Contacts, new { LastName = "Bob", Code__c = "a-1" });
        Emulator.Contacts.Delete(ada);

        (Code(refused), (string)refused.Body![0]!["message"]!).Should().Be(("DUPLICATE_VALUE", $"duplicate value found: Code__c duplicates value on record with id: {ada}"));
        (await Post(Contacts, new { LastName = "Bob", Code__c = "a-1" })).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Is_upserted_by_its_key()
    {
        var path = $"{Contacts}/CrmMapping_Id__c/A%2F1%20b";

        var only = await Patch(path + "?updateOnly=true", new { LastName = "Byron" });
        var created = await Patch(path, new { LastName = "Byron" });
        var updated = await Patch(path, new { Phone = "+12125550101" });
        var read = await Get(path + "?fields=Phone,CrmMapping_Id__c");
        var old = await Patch(path.Replace("v66.0", "v45.0", StringComparison.Ordinal), new { Phone = "1" });

        only.Status.Should().Be(HttpStatusCode.NotFound);
        (created.Status, (bool)created["created"]!).Should().Be((HttpStatusCode.Created, true));
        (updated.Status, (bool)updated["created"]!, (string)updated["id"]!).Should().Be((HttpStatusCode.OK, false, (string)created["id"]!));
        ((string?)read["Phone"], (string?)read["CrmMapping_Id__c"]).Should().Be(("+12125550101", "A/1 b"));
        (old.Status, old.Body).Should().Be((HttpStatusCode.NoContent, null));
    }

    [Fact]
    public async Task Is_not_upserted_by_a_key_that_several_have_or_none()
    {
        var (one, two) = (Contact("One", ("CrmMapping_Id__c", "A")), Contact("Two", ("CrmMapping_Id__c", "a")));

        var several = await Patch($"{Contacts}/CrmMapping_Id__c/A", new { Phone = "1" });
        var none = await Patch($"{Contacts}/Phone/1", new { LastName = "x" });
        var named = await Patch($"{Contacts}/CrmMapping_Id__c/B", new { LastName = "x", CrmMapping_Id__c = "B" });

        several.Status.Should().Be(HttpStatusCode.MultipleChoices);
        several.Body!.ToJsonString().Should().Be($$"""["{{Contacts}}/{{one}}","{{Contacts}}/{{two}}"]""");
        (none.Status, Code(none), (string)none.Body![0]!["message"]!).Should().Be(
            (HttpStatusCode.NotFound, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: Phone"));
        Code(named).Should().Be("INVALID_FIELD");
        Emulator.Contacts.All.Select(contact => contact["Phone"]).Should().Equal(null, null);
    }

    [Fact]
    public async Task Is_not_changed_by_who_saw_an_older_one()
    {
        var id = Contact("Byron");
        var seen = Http(Time.GetCurrentInstant());
        Time.Advance(Duration.FromSeconds(1));
        Emulator.Contacts.Update(id, "Title", "Countess");

        var refused = await Patch($"{Contacts}/{id}", new { Phone = "1" }, ("If-Unmodified-Since", seen));
        var allowed = await Patch($"{Contacts}/{id}", new { Phone = "1" }, ("If-Unmodified-Since", Http(Time.GetCurrentInstant())));
        var bad = await Patch($"{Contacts}/{id}", new { Phone = "1" }, ("If-Unmodified-Since", "yesterday"));
        var same = await Get($"{Contacts}/{id}", ("If-Modified-Since", Http(Time.GetCurrentInstant())));

        (refused.Status, allowed.Status, bad.Status, same.Status).Should().Be(
            (HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent, HttpStatusCode.BadRequest, HttpStatusCode.NotModified));
    }

    [Fact]
    public async Task Is_owned_by_whom_a_key_names()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng");

        var created = await Post(Contacts, new { LastName = "Byron", Owner = new { Email = "LEE@example.com" } });
        var unknown = await Post(Contacts, new { LastName = "Byron", Owner = new { Email = "nobody@example.com" } });
        Emulator.Users.Add("lee@example.com", "Lee", "Other", "lee2@example.com");
        var several = await Post(Contacts, new { LastName = "Byron", Owner = new { Email = "lee@example.com" } });

        Emulator.Contacts.Find((string)created["id"]!)!["OwnerId"].Should().Be(lee.Id);
        (Code(unknown), Code(several)).Should().Be(("INVALID_FIELD", "DUPLICATE_EXTERNAL_ID"));
    }

    [Fact]
    public async Task Is_not_given_to_who_left_though_it_may_stay_theirs()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng");
        var queue = Emulator.Users.AddQueue("Newcomers");
        var (theirs, other) = (Contact("Theirs", ("OwnerId", lee.Id)), Contact("Other"));
        Emulator.Users.Deactivate(lee.Id);

        Code(await Patch($"{Contacts}/{other}", new { OwnerId = lee.Id })).Should().Be("INACTIVE_OWNER_OR_USER");
        Code(await Post(Contacts, new { LastName = "New", OwnerId = lee.Id })).Should().Be("INACTIVE_OWNER_OR_USER");
        (await Patch($"{Contacts}/{theirs}", new { Phone = "1", OwnerId = lee.Id })).Status.Should().Be(HttpStatusCode.NoContent);
        Code(await Patch($"{Contacts}/{other}", new { OwnerId = queue.Id })).Should().Be("FIELD_INTEGRITY_EXCEPTION");
        (await Patch($"{Leads}/{Lead("Byron")}", new { OwnerId = queue.Id })).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Is_locked_as_often_as_told()
    {
        var id = Contact("Byron");
        Emulator.Contacts.Lock(id);

        var refused = await Patch($"{Contacts}/{id}", new { Phone = "1" });

        (Code(refused), (string)refused.Body![0]!["message"]!).Should().Be(("UNABLE_TO_LOCK_ROW", $"unable to obtain exclusive access to this record or 1 records: {id}"));
        (await Patch($"{Contacts}/{id}", new { Phone = "1" })).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("POST", Contacts, """{"LastName":"x","Owner":{}}""")]
    [InlineData("POST", Contacts, """{"LastName":"x","Owner":{"Email":1}}""")]
    [InlineData("POST", Contacts, """{"LastName":"x","Owner":{"Nope":"1"}}""")]
    [InlineData("POST", Contacts, """{"LastName":"x","MailingAddress":{"city":"Leeds"}}""")]
    [InlineData("POST", Contacts, "")]
    [InlineData("POST", Collections, """{"records":[1,null,{"attributes":1},{"attributes":{"type":1}},{"attributes":{"type":"Contact"},"id":1}]}""")]
    [InlineData("PATCH", Collections, """{"records":[1,null,{"attributes":{"type":"Contact"},"id":1},{"attributes":{"type":"Contact"},"id":null}]}""")]
    [InlineData("PATCH", Collections + "/Contact/CrmMapping_Id__c", """{"records":[1,{"attributes":{"type":"Lead"}},{"attributes":{"type":"Contact"},"CrmMapping_Id__c":1}]}""")]
    [InlineData("PATCH", Collections + "/Contact/Nope__c", """{"records":[]}""")]
    [InlineData("POST", Collections, """{"records":{}}""")]
    [InlineData("POST", Collections + "/Contact", """{"ids":[1,null],"fields":["Id"]}""")]
    [InlineData("POST", Collections + "/Contact", """{"ids":1,"fields":1}""")]
    [InlineData("DELETE", Collections + "?ids=,,x", null)]
    [InlineData("DELETE", Collections, null)]
    [InlineData("POST", Data + "/composite", """{"compositeRequest":[1]}""")]
    [InlineData("POST", Data + "/composite", """{"compositeRequest":[{"method":1,"url":"x","referenceId":"a"},{"method":"GET","url":"/services/data/v66.0","referenceId":"b"},{"method":"GET","url":"/services/data/v66.0/sobjects/@{b.sobjects[9]}","referenceId":"c"}]}""")]
    [InlineData("POST", Data + "/composite/graph", """{"graphs":[1]}""")]
    [InlineData("POST", Data + "/jobs/ingest", """{"object":1,"operation":"insert"}""")]
    [InlineData("POST", Data + "/jobs/query", """{"operation":"query","query":1}""")]
    [InlineData("GET", Data + "/query?q=", null)]
    [InlineData("GET", Data + "/query?q=SELECT", null)]
    [InlineData("GET", Data + "/query?q=SELECT%20Id%20FROM%20Contact%20WHERE%20Id%20IN%20()", null)]
    [InlineData("GET", Data + "/query?q=SELECT%20Id%20FROM%20Contact%20WHERE%20CreatedDate%20%3D%20LAST_N_DAYS%3A999999999", null)]
    [InlineData("GET", Data + "/query/x", null)]
    [InlineData("POST", Contacts, """{"LastName":"x","Score__c":1e999}""")]
    [InlineData("GET", Data + "/search?q=FIND", null)]
    [InlineData("GET", Contacts + "/updated?start=x", null)]
    [InlineData("GET", Contacts + "/listviews/x/results", null)]
    [InlineData("GET", "/nonsense", null)]
    [InlineData("GET", "/services/data/v", null)]
    [InlineData("GET", "/services/data/v99999999999999999999999999999999.0/limits", null)]
    public async Task Is_never_an_accident(string method, string path, string? body)
    {
        var reply = await Send(new HttpMethod(method), path, body);

        ((int)reply.Status).Should().BeLessThan(500);
        (reply.Body is not null).Should().BeTrue();
        Emulator.Contacts.Count.Should().Be(0);
    }

    [Fact]
    public async Task Is_refused_in_the_words_of_a_validation_rule()
    {
        Emulator.ValidationRules = [new("Contact", "Title", "Boss", "Nobody is the boss here")];

        var refused = await Patch($"{Contacts}/{Contact("Byron")}", new { Title = "boss" });

        refused.Body!.ToJsonString().Should().Be("""[{"message":"Nobody is the boss here","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":["Title"]}]""");
        (await Post(Leads, new { LastName = "x", Company = "y", Title = "Boss" })).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Is_not_upserted_by_a_field_that_only_files_take()
    {
        Contact("Byron", ("Email", "ada@example.com"));

        Code(await Patch($"{Contacts}/Email/ada@example.com", new { Phone = "1" })).Should().Be("NOT_FOUND");
        Code(await Patch($"{Contacts}/Id/0035g0000000zzz", new { LastName = "x" })).Should().Be("NOT_FOUND");
        Emulator.Contacts.Count.Should().Be(1);
    }

    [Fact]
    public async Task Is_asked_for_by_a_short_address_and_in_json()
    {
        var text = new string('x', 3_900);
        var most = $"SELECT Id FROM Contact WHERE LastName IN ('{text}','{text}','{text}','{text}')";

        var allowed = await Query(most);
        var address = await Query(most.Replace("SELECT Id", "SELECT Id, " + string.Join(',', Enumerable.Repeat("Name", 300)), StringComparison.Ordinal));
        var headers = await Query(most, ("X-Anything", new string('y', 2_000)));
        var form = await Post(Contacts, new StringContent("LastName=x"));

        ((int)allowed.Status, (int)address.Status, (int)headers.Status, (int)form.Status).Should().Be((200, 414, 431, 415));
    }

    [Theory]
    [InlineData("GET", "/services/data/v68.0/limits", 404, "NOT_FOUND")]
    [InlineData("GET", "/services/data/v30.0/limits", 410, "UNSUPPORTED_API_VERSION")]
    [InlineData("GET", "/services/data/v66/limits", 404, "NOT_FOUND")]
    [InlineData("GET", Data + "/nonsense", 404, "NOT_FOUND")]
    [InlineData("GET", Data + "/sobjects/Nope/describe", 404, "NOT_FOUND")]
    [InlineData("PUT", Contacts, 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", Contacts + "/nobody", 404, "NOT_FOUND")]
    [InlineData("GET", Contacts + "/0035g0000000zzz", 404, "NOT_FOUND")]
    [InlineData("POST", Data + "/sobjects/User", 400, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY")]
    public async Task Is_not_found_elsewhere(string method, string path, int status, string code)
    {
        var refused = await Send(new HttpMethod(method), path, method is "GET" ? null : "{}");

        ((int)refused.Status, Code(refused)).Should().Be((status, code));
    }

    [Fact]
    public async Task Comes_and_goes_packed()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync("""{"LastName":"Byron"}"""u8.ToArray());
        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        content.Headers.ContentType = new("application/json");

        var created = await Send(HttpMethod.Post, Contacts, content, ("Accept-Encoding", "gzip"));

        created.Status.Should().Be(HttpStatusCode.Created);
        created.Message.Content.Headers.ContentEncoding.Should().Equal("gzip");
        Emulator.Contacts.All.Select(contact => contact["LastName"]).Should().Equal("Byron");
    }

    private static string Http(Instant instant) => instant.ToDateTimeUtc().ToString("R");
}

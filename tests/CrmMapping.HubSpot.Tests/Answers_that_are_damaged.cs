using CrmMapping.Emulators;
using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class Answers_that_are_damaged
{
    private const string Malformed = """{"results":[{"id":"1","properties":{"email":"ada@exam"ple.com"}}]}""";

    public static TheoryData<string, Func<ICrmSession, Task>> Questions => new()
    {
        { "/contacts?", session => session.ReadPageAsync(Fields, null, default) },
        { "/batch/read", session => session.ReadAsync(Fields, ["1"], default) },
        { "/contacts/999", session => session.ReadAsync(Fields, ["999"], default) },
        { "/search", session => session.ReadChangesAsync(Fields, null, default) },
        { "/search", session => session.FindAsync(Fields, [new MatchKey(MatchKeyKind.Phone, "+12155550123")], default) },
        { "/search", session => session.ReadCreatedAsync(Fields, NodaTime.Instant.FromUtc(2026, 6, 1, 0, 0), default) },
        { "/batch/read", session => session.ReadFieldTimesAsync(Fields, ["1"], default) },
        { "/properties", session => session.DescribeAsync(RecordType.Contact, default) },
        { "/owners", session => session.ReadOwnersAsync(default) },
    };

    public static TheoryData<string, Func<ICrmSession, Task>> Lists => new()
    {
        { "/contacts?", session => session.ReadPageAsync(Fields, null, default) },
        { "/properties", session => session.DescribeAsync(RecordType.Contact, default) },
        { "/owners", session => session.ReadOwnersAsync(default) },
        { "/batch/read", session => session.ReadFieldTimesAsync(Fields, ["1"], default) },
        { "/search", session => ((IReadsLists)session).ReadListsAsync(default) },
        { "/memberships", session => ((IReadsLists)session).ReadMembersAsync("1", null, default) },
        { "/dispositions", session => ((IReadsCallDispositions)session).ReadCallDispositionsAsync(default) },
    };

    [Theory, MemberData(nameof(Questions))]
    public async Task Are_taken_in_no_part_and_told_without_their_words(string path, Func<ICrmSession, Task> ask)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = Malformed }, path);

        var failed = (await account.Session.Awaiting(ask).Should().ThrowAsync<CrmException>()).Which;

        failed.Should().Match<CrmException>(failure => failure.Failure == CrmFailure.Passing && failure.Message.StartsWith("Acme: HubSpot's answer to '")
            && failure.Message.Contains("' cannot be read, so nothing of it was taken. It is asked again by itself"));
        failed.ToString().Should().NotContain("ada@exam");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"results":[{"id":"x7","properties":{}}]}""")]
    [InlineData("""{"results":[{"id":"1","properties":[]}]}""")]
    public async Task Are_also_those_of_another_form(string body)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = body }, "/batch/read");

        var read = () => account.Session.ReadAsync(Fields, ["1"], default);

        await read.Should().ThrowAsync<CrmException>().WithMessage("Acme: HubSpot's answer to 'read contacts' cannot be read*");
    }

    [Theory]
    [InlineData("""{"results":[{"id":"1","prop""", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("<html>Sign in to the network</html>", "text/html")]
    public async Task Are_asked_for_again_where_they_break_off_or_are_not_HubSpots(string body, string mediaType)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = body, ContentType = mediaType }, "/batch/read", count: 2);

        using var page = await account.Session.ReadAsync(Fields, [ada], default);

        page.Should().ContainSingle();
        account.Emulator.RequestCount.Should().Be(3);
    }

    [Theory, Trait("Rule", "S6")]
    [MemberData(nameof(Lists))]
    public async Task Are_no_empty_lists(string path, Func<ICrmSession, Task> ask)
    {
        await using var account = await OpenAsync();
        foreach (var body in new[] { """{"hello":1}""", """{"results":null,"lists":null}""" })
        {
            account.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = body }, path);

            (await account.Session.Awaiting(ask).Should().ThrowAsync<CrmException>(body)).Which.Failure.Should().Be(CrmFailure.Passing);
        }
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("")]
    public async Task Are_not_those_that_are_labelled_otherwise(string mediaType)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(
            new FaultAnswer { Status = 200, Body = """{"results":[{"id":"1","properties":{"firstname":"Ada"}}]}""", ContentType = mediaType });

        using var page = await account.Session.ReadAsync(Fields, ["1"], default);

        page.Should().ContainSingle().Which.Values.Value(1).Should().Be(FieldValue.Of("Ada"));
    }

    [Theory, Trait("Rule", "O7a")]
    [InlineData("<html>Blocked by the firewall</html>", "text/html", "*404 with a web page; a proxy may stand between*")]
    [InlineData("Not found", "text/plain", "*HubSpot knows no such address for 'read one contact'*")]
    [InlineData("", "text/plain", "*HubSpot knows no such address for 'read one contact'*")]
    public async Task Make_no_contact_gone(string body, string mediaType, string message)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer { Status = 404, Body = body, ContentType = mediaType }, "/contacts/999", count: 6);

        var read = () => account.Session.ReadAsync(Fields, ["999"], default);

        await read.Should().ThrowAsync<CrmException>().WithMessage(message);
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Move_no_position()
    {
        await using var account = await OpenAsync();
        using var start = await account.Session.ReadChangesAsync(Fields, null, default);
        var ada = account.Create("ada@example.com");
        account.Time.Advance(TimeSpan.FromSeconds(10));
        foreach (var path in new[] { "/search", "archived=true" })
        {
            account.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = Malformed }, path);
            await account.Session.Awaiting(session => session.ReadChangesAsync(Fields, start.Next, default)).Should().ThrowAsync<CrmException>();
        }

        using var page = await account.Session.ReadChangesAsync(Fields, start.Next, default);

        page.Select(record => record.Id).Should().Equal(ada);
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData(Malformed)]
    [InlineData("""{"results":[{"id":"1",""")]
    [InlineData("<html></html>")]
    [InlineData("")]
    public async Task Leave_open_whether_contacts_were_created(string body)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer { Status = 201, Body = body, IsCarriedOut = true }, "/batch/create");

        var results = await account.Session.WriteAsync(Fields, [Create("1", ("email", "ada@example.com"))], default);

        results.Single().Outcome.Should().Be(CrmWriteOutcome.Unanswered);
        account.Emulator.RequestCount.Should().Be(1);
        account.Emulator.Contacts.Count.Should().Be(1);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Leave_an_update_to_be_written_again()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = Malformed, IsCarriedOut = true }, "/batch/update");

        var results = await account.Session.WriteAsync(Fields, [Update(ada, ("firstname", "Ada"))], default);

        results.Single().Should().Match<CrmWriteResult>(result => result.Outcome == CrmWriteOutcome.Failed
            && result.Message!.StartsWith("Acme: HubSpot's answer to 'update contacts' cannot be read"));
    }

    [Fact]
    public async Task Are_not_the_yes_to_an_archive()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = "<html>Sign in</html>", ContentType = "text/html" }, "/batch/archive");

        var results = await account.Session.WriteAsync(
            Fields, [new CrmWrite { Kind = CrmWriteKind.Archive, Id = ada, Values = new RecordBuffer(Fields.Count) }], default);

        results.Single().Outcome.Should().Be(CrmWriteOutcome.Written);
        account.Emulator.Contacts.Find(ada)!.IsArchived.Should().BeTrue();
    }

    [Theory]
    [InlineData(200, """{"access_token":"secret-tok"en"}""", CrmFailure.Passing)]
    [InlineData(200, """{"token_type":"bearer"}""", CrmFailure.Passing)]
    [InlineData(400, "no", CrmFailure.Passing)]
    [InlineData(403, "<html>Blocked</html>", CrmFailure.Passing)]
    [InlineData(400, """{"status":"BAD_HUB","message":"x"}""", CrmFailure.Credentials)]
    [InlineData(400, """{"error":"invalid_grant","status":"BAD_REFRESH_TOKEN"}""", CrmFailure.Credentials)]
    [InlineData(400, """{"status":"BAD_CLIENT_SECRET"}""", CrmFailure.Credentials)]
    [InlineData(400, """{"status":"SOMETHING_NEW"}""", CrmFailure.Credentials)]
    public async Task Give_no_account_up_that_sells_a_token(int status, string body, CrmFailure failure)
    {
        await using var account = await OpenAsync(
            configure: options => (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret"),
            credentials: emulator => new KeptCredentials(new CrmCredentials { RefreshToken = emulator.OAuth.IssueRefreshToken() }));
        account.Emulator.Faults.Next(new FaultAnswer { Status = status, Body = body }, "/oauth", count: 3);

        var failed = (await account.Session.Awaiting(session => session.ReadOwnersAsync(default)).Should().ThrowAsync<CrmException>()).Which;

        failed.Should().Match<CrmException>(found => found.Failure == failure && found.Message.StartsWith("Acme: "));
        failed.ToString().Should().NotContain("secret-tok");
    }
}

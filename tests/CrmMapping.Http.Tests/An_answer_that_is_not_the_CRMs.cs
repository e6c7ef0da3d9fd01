using System.Net;
using static CrmMapping.Http.Tests.StubCrm;

namespace CrmMapping.Http.Tests;

public sealed class An_answer_that_is_not_the_CRMs
{
    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>Sign in to the network</html>", "something that is not JSON")]
    [InlineData(HttpStatusCode.OK, "", "an empty body")]
    [InlineData(HttpStatusCode.OK, " \r\n", "an empty body")]
    [InlineData(HttpStatusCode.NoContent, "", "an empty body")]
    [InlineData(HttpStatusCode.OK, "{\"results\":[{\"id\":\"1\"", "JSON that breaks off")]
    [InlineData(HttpStatusCode.OK, "[1,2", "JSON that breaks off")]
    [InlineData(HttpStatusCode.Found, "", "a redirect (302)")]
    [InlineData(HttpStatusCode.Unauthorized, "<!doctype html><title>Who are you?</title>", "401 with a web page")]
    [InlineData(HttpStatusCode.Forbidden, "<html>Blocked</html>", "403 with a web page")]
    [InlineData(HttpStatusCode.NotFound, "\n<html>No such page</html>", "404 with a web page")]
    public async Task Is_asked_for_again_and_told_with_the_connections_name(HttpStatusCode status, string body, string what)
    {
        using var crm = new StubCrm(Says(status, body));

        var send = () => crm.SendAsync();

        var failed = (await send.Should().ThrowAsync<CrmException>()).Which;
        failed.Failure.Should().Be(CrmFailure.Passing);
        failed.Message.Should().Be(
            $"Acme: 'do it' was tried 6 times in vain: Stub answered{(what.Contains("web page") ? " " : " with ")}{what}; a proxy may stand between. "
            + "It is tried again later by itself.");
        crm.Requests.Should().Be(6);
    }

    [Fact]
    public async Task Is_forgotten_as_soon_as_the_CRM_answers()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.OK, "<html></html>"), Says(HttpStatusCode.Found, ""), Says(HttpStatusCode.OK, "{}"));

        using var answer = await crm.SendAsync();

        (answer.Status, crm.Requests).Should().Be((HttpStatusCode.OK, 3));
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("")]
    [InlineData("{\"results\":[")]
    public async Task Leaves_open_whether_a_create_was_done_where_its_status_says_yes(string body)
    {
        using var crm = new StubCrm(Says(HttpStatusCode.Created, body));

        using var answer = await crm.SendAsync(isRepeatable: false);

        (answer.IsUnanswered, crm.Requests).Should().Be((true, 1));
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData(HttpStatusCode.Found, "")]
    [InlineData(HttpStatusCode.Forbidden, "<html>Blocked</html>")]
    public async Task Lets_a_create_be_sent_again_where_the_CRM_never_saw_it(HttpStatusCode status, string body)
    {
        using var crm = new StubCrm(Says(status, body), Says(HttpStatusCode.Created, "{}"));

        using var answer = await crm.SendAsync(isRepeatable: false);

        (answer.Status, crm.Requests).Should().Be((HttpStatusCode.Created, 2));
    }

    [Fact]
    public async Task Is_not_taken_for_the_yes_to_a_request_that_wants_no_words()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.OK, "<html>Sign in</html>"), Says(HttpStatusCode.NoContent, ""));

        using var answer = await crm.SendAsync(expectsJson: false);

        (answer.Status, crm.Requests).Should().Be((HttpStatusCode.NoContent, 2));
    }

    [Theory]
    [InlineData("{}", "text/plain")]
    [InlineData("{}", "application/problem+json")]
    [InlineData("\uFEFF{}", "application/json")]
    public async Task Is_none_only_for_how_it_is_labelled(string body, string mediaType)
    {
        using var crm = new StubCrm(() => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, mediaType),
        });

        using var answer = await crm.SendAsync();

        answer.Body.ToArray().Should().Equal("{}"u8.ToArray());
    }

    [Theory]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":1}{}")]
    public async Task Is_taken_in_no_part_where_it_cannot_be_read(string body)
    {
        using var crm = new StubCrm(Says(HttpStatusCode.OK, body));

        var ask = () => crm.Client.AskAsync(
            Request(), static answer => System.Text.Json.JsonDocument.Parse(answer.Body).RootElement.ToString(), default);

        (await ask.Should().ThrowAsync<CrmException>()).Which.Should().Match<CrmException>(failed =>
            failed.Failure == CrmFailure.Passing && failed.InnerException == null
            && failed.Message.StartsWith("Acme: Stub's answer to 'do it' cannot be read, so nothing of it was taken."));
    }

    [Fact]
    public async Task Is_not_looked_for_in_a_refusal_of_the_CRMs_own()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.BadRequest, "{\"message\":\"no\"}"));

        var ask = () => crm.Client.AskAsync(Request(), static _ => 0, default);

        (await ask.Should().ThrowAsync<CrmException>()).Which.Message.Should().Be("Acme: 'do it' was refused with 400.");
        crm.Requests.Should().Be(1);
    }
}

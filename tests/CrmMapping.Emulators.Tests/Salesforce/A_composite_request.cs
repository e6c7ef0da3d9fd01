using System.Net;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_composite_request : SalesforceTests
{
    [Fact]
    public async Task Uses_what_came_before()
    {
        var reply = await Send(allOrNone: true,
            One("POST", "/sobjects/Account", "a", new { Name = "Bluebird Bakery" }),
            One("POST", "/sobjects/Contact", "c", new { LastName = "Byron", AccountId = "@{a.id}" }),
            One("GET", "/sobjects/Contact/@{c.id}?fields=LastName,AccountId", "r", null),
            One("PATCH", "/sobjects/Contact/@{c.id}", "u", new { Phone = "1" }));

        var contact = Emulator.Contacts.All.Single();
        reply.Status.Should().Be(HttpStatusCode.OK);
        Statuses(reply).Should().Equal(201, 201, 200, 204);
        contact["AccountId"].Should().Be(Emulator.Records("Account").All.Single().Id);
        var answers = reply["compositeResponse"]!;
        ((string)answers[1]!["httpHeaders"]!["Location"]!, (string)answers[1]!["referenceId"]!).Should().Be(($"{Contacts}/{contact.Id}", "c"));
        ((string)answers[2]!["body"]!["LastName"]!, answers[3]!["body"]).Should().Be(("Byron", null));
    }

    [Fact]
    public async Task Is_taken_back_whole_where_all_or_none_is_asked()
    {
        var requests = new[]
        {
            One("POST", "/sobjects/Contact", "good", new { LastName = "Byron" }), One("POST", "/sobjects/Contact", "bad", new { FirstName = "Ada" }),
            One("GET", "/sobjects/Contact/@{bad.id}", "lost", null),
        };

        var all = await Send(allOrNone: true, requests);
        var countAfterAll = Emulator.Contacts.Count;
        var each = await Send(allOrNone: false, requests);

        Statuses(all).Should().Equal(400, 400, 400);
        all["compositeResponse"]![0]!["body"]!.ToJsonString().Should().Be("""[{"message":"The transaction was rolled back since another operation in the same transaction failed.","errorCode":"PROCESSING_HALTED"}]""");
        ((string)all["compositeResponse"]![1]!["body"]![0]!["errorCode"]!).Should().Be("REQUIRED_FIELD_MISSING");
        Statuses(each).Should().Equal(201, 400, 400);
        (countAfterAll, Emulator.Contacts.Count).Should().Be((0, 1));
    }

    [Fact]
    public async Task Does_not_fail_by_a_collection_within_that_failed_in_part()
    {
        var reply = await Send(allOrNone: true,
            One("POST", "/composite/sobjects", "many", new { records = new[] { new { attributes = new { type = "Contact" }, LastName = "x", Email = "nobody" } } }),
            One("POST", "/sobjects/Contact", "one", new { LastName = "Byron" }));

        Statuses(reply).Should().Equal(200, 201);
        Emulator.Contacts.Count.Should().Be(1);
    }

    [Fact]
    public async Task Has_at_most_25_parts_and_5_queries()
    {
        var query = One("GET", "/query?q=SELECT+Id+FROM+Contact", "q", null);
        var create = One("POST", "/sobjects/Contact", "c", new { LastName = "Byron" });

        (await Send(false, [.. Enumerable.Repeat(create, 26)])).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Send(false, [.. Enumerable.Repeat(query, 6)])).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Send(false, [.. Enumerable.Repeat(query, 5)])).Status.Should().Be(HttpStatusCode.OK);
        Emulator.Contacts.Count.Should().Be(0);
    }

    [Fact]
    public async Task Holds_no_bulk_job_and_no_composite_request()
    {
        var reply = await Send(false, One("POST", "/composite", "x", new { }), One("POST", "/jobs/ingest", "y", new { }));

        Statuses(reply).Should().Equal(400, 400);
    }

    [Fact]
    public async Task Of_graphs_lets_each_graph_succeed_or_fail_whole()
    {
        var reply = await Post($"{Data}/composite/graph", new
        {
            graphs = new[]
            {
                new { graphId = "good", compositeRequest = new[] { One("POST", "/sobjects/Account", "a", new { Name = "Bluebird Bakery" }), One("POST", "/sobjects/Contact", "c", new { LastName = "Byron", AccountId = "@{a.id}" }) } },
                new { graphId = "bad", compositeRequest = new[] { One("POST", "/sobjects/Contact", "c", new { LastName = "Quill" }), One("POST", "/sobjects/Contact", "d", new { }) } },
            },
        });

        var graphs = reply["graphs"]!.AsArray();
        graphs.Select(graph => ((string)graph!["graphId"]!, (bool)graph["isSuccessful"]!)).Should().Equal(("good", true), ("bad", false));
        graphs.Select(graph => string.Join(',', graph!["graphResponse"]!["compositeResponse"]!.AsArray().Select(one => (int)one!["httpStatusCode"]!))).Should().Equal("201,201", "400,400");
        Emulator.Contacts.All.Select(contact => contact["LastName"]).Should().Equal("Byron");
    }

    private static object One(string method, string path, string id, object? body) =>
        body is null ? new { method, url = Data + path, referenceId = id } : new { method, url = Data + path, referenceId = id, body };

    private Task<Reply> Send(bool allOrNone, params object[] requests) => Post($"{Data}/composite", new { allOrNone, compositeRequest = requests });

    private static IEnumerable<int> Statuses(Reply reply) => reply["compositeResponse"]!.AsArray().Select(one => (int)one!["httpStatusCode"]!);
}

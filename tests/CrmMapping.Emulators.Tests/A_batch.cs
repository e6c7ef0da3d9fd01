using System.Net;

namespace CrmMapping.Emulators.Tests;

public sealed class A_batch : EmulatorTests
{
    protected override HubSpotEmulatorOptions Options => new()
    {
        Properties = [new() { Name = "host_id", Label = "Host id", HasUniqueValue = true }],
    };

    [Fact]
    public async Task Reads_known_ids_and_lists_unknown_ones_among_the_errors()
    {
        var ids = Enumerable.Range(1, 20).Select(n => Person($"c{n}@example.com")).ToList();

        var read = await Batch("read", [.. ids.Append("999").Select(id => new { id })]);

        read.Status.Should().Be(HttpStatusCode.MultiStatus);
        read.Ids.Should().BeEquivalentTo(ids).And.NotEqual(ids, "no order is promised");
        ((string?)read["errors"]![0]!["category"]).Should().Be("OBJECT_NOT_FOUND");
        ((string?)read["errors"]![0]!["context"]!["ids"]![0]).Should().Be("999");
        read["errors"]![0]!["correlationId"].Should().BeNull();
    }

    [Fact]
    public async Task Does_not_follow_ids_that_were_merged_away()
    {
        var (primary, other) = (Person("a@example.com"), Person("b@example.com"));
        var survivor = Emulator.Contacts.Merge(primary, other);

        var read = await Batch("read", [new { id = primary }, new { id = other }, new { id = survivor.Id }]);
        var single = await Get($"{Contacts}/{other}");

        read.Ids.Should().Equal(survivor.Id);
        ((string?)single["id"]).Should().Be(survivor.Id);
    }

    [Fact]
    public async Task Writes_nothing_when_one_input_is_bad()
    {
        var refused = await Batch("create", [Input("a@example.com"), Input("nobody")]);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        Emulator.Contacts.Count.Should().Be(0);
    }

    [Fact]
    public async Task Writes_the_good_inputs_when_each_has_a_trace_id()
    {
        Person("taken@example.com");

        var partial = await Batch("create", [Input("a@example.com", "t1"), Input("nobody", "t2"), Input("taken@example.com", "t3"), Input("a@example.com", "t4")]);

        partial.Status.Should().Be(HttpStatusCode.MultiStatus);
        partial.Ids.Should().ContainSingle();
        partial["errors"]!.AsArray().Select(error => (string?)error!["context"]!["objectWriteTraceId"]![0]).Should().Equal("t2", "t3", "t4");
        ((int)partial["numErrors"]!).Should().Be(3);
        Emulator.Contacts.Count.Should().Be(2);
    }

    [Fact]
    public async Task Fails_whole_when_trace_ids_are_not_unique()
    {
        var refused = await Batch("create", [Input("a@example.com", "t1"), Input("nobody", "t1")]);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        Emulator.Contacts.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("update")]
    [InlineData("archive")]
    public async Task Is_refused_when_an_id_is_there_twice(string operation)
    {
        var id = Person("a@example.com");

        var refused = await Batch(operation, [new { id, properties = Values(("city", "Leeds")) }, new { id, properties = Values(("city", "Lyon")) }]);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string)refused["message"]!).Should().Contain($"Duplicate IDs found in batch input: [{id}]");
        Emulator.Contacts.Find(id)!.IsArchived.Should().BeFalse();
    }

    [Fact]
    public async Task Takes_a_hundred_inputs_and_no_more()
    {
        (await Batch("create", [.. Enumerable.Range(1, 101).Select(n => Input($"c{n}@example.com"))])).Status.Should().Be(HttpStatusCode.BadRequest);
        var full = await Batch("create", [.. Enumerable.Range(1, 100).Select(n => Input($"c{n}@example.com"))]);

        full.Status.Should().Be(HttpStatusCode.Created);
        full.Ids.Should().HaveCount(100);
    }

    [Fact]
    public async Task Updates_what_is_there_and_names_what_is_not()
    {
        var id = Person("a@example.com");

        var updated = await Batch("update", [new { id, properties = Values(("city", "Leeds")) }, new { id = "999", properties = Values(("city", "Lyon")) }]);

        updated.Status.Should().Be(HttpStatusCode.MultiStatus);
        ((string?)updated["errors"]![0]!["context"]!["ids"]![0]).Should().Be("999");
        Emulator.Contacts.Find(id)!["city"].Should().Be("Leeds");
    }

    [Fact]
    public async Task Upserts_and_says_what_is_new()
    {
        Person("a@example.com", ("host_id", "h1"));

        var upserted = await Batch("upsert", [Upsert("h1", ("city", "Leeds")), Upsert("h2", ("email", "b@example.com"))]);

        upserted["results"]!.AsArray().ToDictionary(one => (string)one!["properties"]!["email"]!, one => (bool)one!["new"]!)
            .Should().BeEquivalentTo(new Dictionary<string, bool> { ["a@example.com"] = false, ["b@example.com"] = true });
        Emulator.Contacts.FindByEmail("b@example.com")!["host_id"].Should().Be("h2");
    }

    [Fact]
    public async Task Of_upserts_fails_whole_when_an_address_is_taken_whatever_the_trace_ids()
    {
        Person("a@example.com");

        var refused = await Batch("upsert",
        [
            new { id = "h1", idProperty = "host_id", objectWriteTraceId = "t1", properties = Values(("email", "new@example.com")) },
            new { id = "h2", idProperty = "host_id", objectWriteTraceId = "t2", properties = Values(("email", "a@example.com")) },
        ]);

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        Emulator.Contacts.Count.Should().Be(1);
    }

    private Task<Reply> Batch(string operation, object[] inputs) => Post($"{Contacts}/batch/{operation}", new { inputs });

    private static object Input(string email, string? trace = null) => trace is null
        ? new { properties = Values(("email", email)) }
        : new { properties = Values(("email", email)), objectWriteTraceId = trace };

    private static object Upsert(string hostId, params (string, string?)[] properties) =>
        new { id = hostId, idProperty = "host_id", properties = Values(properties) };
}

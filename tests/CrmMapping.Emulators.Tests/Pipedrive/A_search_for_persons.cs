using System.Net;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class A_search_for_persons : PipedriveTests
{
    protected override PipedriveEmulatorOptions Options => new() { Fields = [new("Host id", "varchar") { Code = Tier }], LimitsEnabled = false };

    [Theory]
    [InlineData("term=ines@example.org&fields=email&exact_match=true", 1)]
    [InlineData("term=INES@example.org&fields=email&exact_match=true", 1)]
    [InlineData("term=ines@example&fields=email&exact_match=true", 0)]
    [InlineData("term=ines@example&fields=email", 1)]
    [InlineData("term=%2B1%20555%20010%207788&fields=phone&exact_match=true", 1)]
    [InlineData("term=5550107788&fields=phone", 1)]
    [InlineData("term=5550107788&fields=email,name", 0)]
    [InlineData("term=falk&fields=name", 2)]
    [InlineData("term=host-7&fields=custom_fields&exact_match=true", 1)]
    [InlineData("term=host-7", 1)]
    [InlineData("term=7&exact_match=true", 0)]
    [InlineData("term=falk&organization_id=12", 0)]
    public async Task Finds_by(string query, int count)
    {
        Person("Ines Falk", ("email", "Ines@example.org"), ("phone", "+1 555 010 7788"), ("Host id", "host-7"));
        Person("Jan Falk", ("email", "jan@example.org"));

        (await Get($"{Persons}/search?{query}"))["data"]!["items"]!.AsArray().Should().HaveCount(count);
    }

    [Fact]
    public async Task Shows_a_short_form_of_the_person()
    {
        var id = Person("Ines Falk", ("email", "ines@example.org"), ("phone.mobile", "555 0101"));

        var found = await Get($"{Persons}/search?term=ines%20falk&exact_match=true");

        Shows(found.Body, $$$"""
            {"success":true,"data":{"items":[{"result_score":0.5,"item":{"id":{{{id}}},"type":"person","name":"Ines Falk","phones":["555 0101"],
             "emails":["ines@example.org"],"visible_to":3,"owner":{"id":4400},"organization":null,"custom_fields":[],"notes":[]}}]},"additional_data":{"next_cursor":null}}
            """);
    }

    [Fact]
    public async Task Knows_changed_and_forgets_deleted_and_merged_ones()
    {
        var (kept, gone, merged) = (Person("A", ("email", "a@example.org")), Person("B", ("email", "b@example.org")), Person("C", ("email", "c@example.org")));
        Emulator.Persons.Update(kept, "email", "new@example.org");
        Emulator.Persons.Delete(gone);
        Emulator.Persons.Merge(kept, merged);

        (await Exact("a@example.org")).Should().BeEmpty();
        (await Exact("new@example.org")).Should().Equal(kept);
        (await Exact("b@example.org")).Should().BeEmpty();
        (await Exact("c@example.org")).Should().Equal(kept);
    }

    [Fact]
    public async Task Comes_in_pages()
    {
        var ids = Enumerable.Range(0, 5).Select(i => Person($"Falk {i}")).ToList();

        var first = await Get($"{Persons}/search?term=falk&limit=3");
        var second = await Get($"{Persons}/search?term=falk&limit=3&cursor={Uri.EscapeDataString((string)first["additional_data"]!["next_cursor"]!)}");

        Found(first).Concat(Found(second)).Should().Equal(ids);
        second["additional_data"]!["next_cursor"].Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?term=a")]
    [InlineData("?exact_match=true")]
    [InlineData("?term=ada&exact_match=1")]
    [InlineData("?term=ada&fields=address")]
    [InlineData("?term=ada&limit=501")]
    public async Task Is_refused_when_it_is_too_short_or_means_nothing(string query)
    {
        (await Get($"{Persons}/search{query}")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private async Task<IEnumerable<long>> Exact(string email) => Found(await Get($"{Persons}/search?term={email}&fields=email&exact_match=true"));

    private static IEnumerable<long> Found(Reply reply) => reply["data"]!["items"]!.AsArray().Select(one => (long)one!["item"]!["id"]!);
}

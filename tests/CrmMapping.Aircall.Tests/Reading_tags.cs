using CrmMapping.Emulators;
using static CrmMapping.Aircall.Tests.AircallCompany;

namespace CrmMapping.Aircall.Tests;

public sealed class Reading_tags
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(163)]
    public async Task Gives_every_tag_however_many_there_are(int count)
    {
        await using var company = await OpenAsync(settings => settings with { Tags = Tags(count) });

        (await company.Session.ReadTagsAsync(default)).Should().BeEquivalentTo(Tags(count).Select(static tag => new CallTag(tag.Id, tag.Name)));
    }

    [Fact]
    public async Task Keeps_the_id_of_a_tag_with_a_new_name()
    {
        await using var company = await OpenAsync();
        var tag = company.Emulator.Tags.Add("bad call");

        company.Emulator.Tags.Rename(tag.Id, "no answer");

        (await company.Session.ReadTagsAsync(default)).Should().Equal(new CallTag(tag.Id, "no answer"));
    }

    [Fact, Trait("Rule", "T6")]
    public async Task Loses_none_when_another_one_is_deleted_between_two_pages()
    {
        await using var company = await OpenAsync(static settings => settings with { Tags = Tags(60) });
        company.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = Page(1..51, hasMore: true) }, "/v1/tags?page=1");
        company.Emulator.Tags.Delete(7);

        var tags = await company.Session.ReadTagsAsync(default);

        tags.Select(static tag => tag.Id).Should().BeEquivalentTo(Enumerable.Range(1, 60).Where(static id => id != 7));
    }

    [Fact]
    public async Task Gives_none_where_they_never_stay_as_they_are()
    {
        await using var company = await OpenAsync(static settings => settings with { Tags = Tags(60) });
        for (var reading = 0; reading < 5; reading++)
        {
            company.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = Page((1 + reading)..(51 + reading), hasMore: true) }, "/v1/tags?page=1");
        }

        (await company.Session.Invoking(static session => session.ReadTagsAsync(default)).Should().ThrowAsync<CrmException>())
            .Which.Should().Match<CrmException>(static thrown => thrown.Failure == CrmFailure.Passing && thrown.Message.StartsWith("Acme: "));
    }

    [Theory]
    [InlineData("""{"meta":{"next_page_link":null}}""")]
    [InlineData("""{"tags":null}""")]
    [InlineData("""{"tags":[{"id":678}]}""")]
    [InlineData("""{"tags":[{"name":"VIP"}]}""")]
    [InlineData("""{"tags":[],"meta":{"next_page_link":"https://api.aircall.io/v1/tags?page=2"}}""")]
    public async Task Gives_none_where_a_page_makes_no_sense(string body)
    {
        await using var company = await OpenAsync();
        company.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = body });

        (await company.Session.Invoking(static session => session.ReadTagsAsync(default)).Should().ThrowAsync<CrmException>())
            .Which.Message.Should().StartWith("Acme: ").And.Contain("'read tags'");
    }

    [Fact]
    public async Task Gives_none_when_the_second_page_does_not_come()
    {
        await using var company = await OpenAsync(static settings => settings with { Tags = Tags(60) });
        company.Emulator.Faults.Next(new FaultAnswer { Status = 422, Body = """{"error":"Unprocessable","troubleshoot":"later"}""" }, "page=2");

        await company.Session.Invoking(static session => session.ReadTagsAsync(default)).Should().ThrowAsync<CrmException>();
    }

    private static IReadOnlyList<AircallTag> Tags(int count) => [.. Enumerable.Range(1, count).Select(static id => new AircallTag(id, $"Tag {id}"))];

    private static string Page(Range ids, bool hasMore)
    {
        var tags = Enumerable.Range(ids.Start.Value, ids.End.Value - ids.Start.Value).Select(static id => $$"""{"id":{{id}},"name":"Tag {{id}}"}""");
        return $$"""{"meta":{"next_page_link":{{(hasMore ? "\"more\"" : "null")}}},"tags":[{{string.Join(',', tags)}}]}""";
    }
}

using System.Net;

namespace CrmMapping.Emulators.Tests.Aircall;

public sealed class The_tags_of_a_company : AircallTests
{
    [Fact]
    public async Task Are_made_shown_and_given_another_name_that_calls_show_too()
    {
        var made = await Post(Tags, new { name = "VIP \U0001F525", color = "#00B388" });
        var id = (long)made["tag"]!["id"]!;
        var call = Emulator.Calls.Play(new AircallPlay { TagsInWrapUp = [id] }).Id;

        var renamed = await Put($"{Tags}/{id}", new { name = "VIP2" });

        made.Status.Should().Be(HttpStatusCode.Created);
        Shows(made["tag"], $$"""{"id":{{id}},"direct_link":"{{Emulator.BaseAddress}}v1/tags/{{id}}","name":"VIP","color":"#00B388","description":null}""");
        renamed.Status.Should().Be(HttpStatusCode.OK);
        Emulator.Calls.Find(call)!.Tags.Should().Equal(new AircallTag(id, "VIP2"));
        ((string?)(await Get($"{Tags}/{id}"))["tag"]!["name"]).Should().Be("VIP2");
        Ids(await Get(Tags), "tags").Should().Equal(id);
    }

    [Theory]
    [InlineData("VIP", "#00B388")]
    [InlineData("", "#00B388")]
    [InlineData("New", null)]
    [InlineData(null, "#00B388")]
    public async Task Have_names_of_their_own_and_a_color(string? name, string? color)
    {
        Emulator.Tags.Add("VIP");

        (await Post(Tags, new { name, color })).Status.Should().Be(HttpStatusCode.BadRequest);
        Emulator.Tags.All.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 2)]
    public async Task Leave_every_call_when_they_are_deleted_which_may_be_told(bool isTold, int told)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var emulator = await AircallEmulator.StartAsync(new AircallEmulatorOptions { Clock = Time, TellsOfDeletedTags = isTold });
        var tag = emulator.Tags.Add("VIP");
        for (var i = 0; i < 2; i++)
            emulator.Calls.Play(new AircallPlay { TagsInWrapUp = [tag.Id] });
        emulator.Calls.Play(new AircallPlay());
        emulator.Webhooks.Url = receiver.Url;

        (await Delete($"{emulator.BaseAddress}v1/tags/{tag.Id}")).Status.Should().Be(HttpStatusCode.NoContent);
        await emulator.Webhooks.DeliverAsync();

        emulator.Calls.All.Should().OnlyContain(static call => call.Tags.Count == 0);
        receiver.Deliveries.Should().HaveCount(told);
        (await Delete($"{emulator.BaseAddress}v1/tags/{tag.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(false, 678, 679)]
    [InlineData(true, 679)]
    public async Task Join_those_of_a_call_or_take_their_place(bool replace, params int[] left)
    {
        await using var emulator = await AircallEmulator.StartAsync(
            new AircallEmulatorOptions { Clock = Time, PostedTagsReplace = replace, Tags = [new(678, "Demo booked"), new(679, "VIP")] });
        var call = emulator.Calls.Play(new AircallPlay { TagsInWrapUp = [678] }).Id;

        await Post($"{emulator.BaseAddress}v1/calls/{call}/tags", new { tags = new[] { 679 } });

        emulator.Calls.Find(call)!.Tags.Select(static tag => (int)tag.Id).Should().Equal(left);
    }
}

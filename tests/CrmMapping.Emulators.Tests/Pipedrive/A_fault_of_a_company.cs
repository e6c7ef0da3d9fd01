using System.Net;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class A_fault_of_a_company : PipedriveTests
{
    [Theory]
    [InlineData(FaultKind.ServerError, HttpStatusCode.InternalServerError)]
    [InlineData(FaultKind.BadGateway, HttpStatusCode.BadGateway)]
    [InlineData(FaultKind.RateLimited, HttpStatusCode.TooManyRequests)]
    public async Task Refuses_without_writing(FaultKind kind, HttpStatusCode status)
    {
        Emulator.Faults.Next(kind);

        var refused = await Post(Persons, new { name = "Ines" });

        refused.Status.Should().Be(status);
        Emulator.Persons.Count.Should().Be(0);
        Emulator.Requests.Recent.Should().ContainSingle(request => request.Fault == kind && request.Status == (int)status);
    }

    [Fact]
    public async Task Loses_a_yes_to_a_write_that_happened()
    {
        Emulator.Faults.Next(FaultKind.LostAnswer, "/persons");

        await FluentActions.Awaiting(() => Post(Persons, new { name = "Ines" })).Should().ThrowAsync<HttpRequestException>();

        Emulator.Persons.All.Select(person => person["name"]).Should().Equal("Ines");
        Emulator.Requests.CountOf("persons.create").Should().Be(1);
    }

    [Fact]
    public async Task Shuts_nobody_out_who_did_no_wrong()
    {
        for (var i = 0; i < 60; i++)
        {
            Emulator.Faults.Next(FaultKind.RateLimited);
            (await Get(Persons)).Header("x-ratelimit-remaining").Should().Be("0");
        }

        (await Get(Persons)).Status.Should().Be(HttpStatusCode.OK);
    }
}

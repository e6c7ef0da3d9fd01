using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class An_account_in_trouble
{
    [Theory, Trait("Rule", "S4")]
    [InlineData(null, 2)]
    [InlineData("1", 2)]
    [InlineData("7", 7)]
    public async Task Is_waited_for_at_least_two_seconds_while_it_is_locked(string? retryAfter, int seconds)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(Answer(423, retryAfter));
        var before = account.Time.GetCurrentInstant();

        var results = await account.Session.WriteAsync(Fields, [Update(ada, ("firstname", "Ada"))], default);

        results[0].Outcome.Should().Be(CrmWriteOutcome.Written);
        (account.Time.GetCurrentInstant() - before).Should().Be(Duration.FromSeconds(seconds));
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Takes_a_create_again_that_it_was_too_locked_for()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(Answer(423), "batch/create", count: 3);

        var results = await account.Session.WriteAsync(Fields, [Create("1", ("email", "ada@example.com"))], default);

        (results[0].Outcome, account.Emulator.Contacts.Count).Should().Be((CrmWriteOutcome.Written, 1));
    }

    [Theory, Trait("Rule", "S4")]
    [InlineData("86400", "2026-06-02T12:00:00Z")]
    [InlineData("3600", "2026-06-01T13:00:00Z")]
    [InlineData(null, "2026-06-01T12:10:00Z")]
    public async Task Is_left_alone_while_it_moves_to_another_data_centre(string? retryAfter, string until)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(Answer(477, retryAfter));

        var first = await account.Session.WriteAsync(Fields, [Update(ada, ("firstname", "Ada"))], default);
        var read = () => account.Session.ReadAsync(Fields, [ada], default);

        (first[0].Outcome, first[0].Message).Should().Be((
            CrmWriteOutcome.Failed, $"Acme: HubSpot is moving the account to another data centre (477). It is asked again after {until}."));
        await read.Should().ThrowAsync<CrmException>().WithMessage(first[0].Message!);
        account.Emulator.RequestCount.Should().Be(1);

        account.Time.Advance((NodaTime.Text.InstantPattern.General.Parse(until).Value - account.Time.GetCurrentInstant()).ToTimeSpan());
        using var page = await account.Session.ReadAsync(Fields, [ada], default);
        page.Should().ContainSingle();
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    [InlineData(521)]
    [InlineData(522)]
    [InlineData(523)]
    [InlineData(524)]
    [InlineData(525)]
    [InlineData(526)]
    public async Task Is_asked_again_after_a_moment(int status)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(Answer(status) with { Body = "<html>error code</html>", ContentType = "text/html" }, count: 2);

        using var page = await account.Session.ReadAsync(Fields, [ada], default);

        page.Should().ContainSingle();
        account.Emulator.RequestCount.Should().Be(3);
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData(408, false)]
    [InlineData(500, false)]
    [InlineData(502, false)]
    [InlineData(503, false)]
    [InlineData(504, false)]
    [InlineData(520, false)]
    [InlineData(522, false)]
    [InlineData(524, false)]
    [InlineData(521, true)]
    [InlineData(523, true)]
    [InlineData(525, true)]
    [InlineData(526, true)]
    public async Task Is_sent_a_create_again_only_where_the_first_cannot_have_arrived(int status, bool isSentAgain)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(Answer(status), "batch/create");

        var results = await account.Session.WriteAsync(Fields, [Create("1", ("email", "ada@example.com"))], default);

        (results[0].Outcome, account.Emulator.RequestCount).Should().Be(
            isSentAgain ? (CrmWriteOutcome.Written, 2) : (CrmWriteOutcome.Unanswered, 1));
    }

    [Fact]
    public async Task Is_named_with_what_stands_in_the_way_when_it_stays_so()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(Answer(525), count: 6);

        var read = () => account.Session.ReadOwnersAsync(default);

        await read.Should().ThrowAsync<CrmException>().WithMessage(
            "Acme: 'read owners' was tried 6 times in vain: HubSpot cannot be reached behind its edge (525). It is tried again later by itself.");
    }

    [Fact]
    public async Task Is_left_alone_once_it_failed_again_and_again_and_taken_up_by_itself()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(FaultKind.ServerError, count: 60);
        for (var number = 0; number < 10; number++)
        {
            await account.Session.Awaiting(session => session.ReadAsync(Fields, [ada], default)).Should().ThrowAsync<CrmException>();
        }

        var results = await account.Session.WriteAsync(Fields, [Create("1", ("email", "bob@example.com"))], default);

        (results[0].Outcome, account.Emulator.RequestCount).Should().Be((CrmWriteOutcome.Failed, 60));
        account.Time.Advance(TimeSpan.FromSeconds(31));
        using var page = await account.Session.ReadAsync(Fields, [ada], default);
        page.Should().ContainSingle();
    }

    private static FaultAnswer Answer(int status, string? retryAfter = null) => new()
    {
        Status = status,
        Body = """{"status":"error","message":"not now"}""",
        Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
    };
}

using NodaTime;
using static CrmMapping.HighLevel.Tests.HighLevelAccount;

namespace CrmMapping.HighLevel.Tests;

public sealed class Writing_contacts
{
    [Fact, Trait("Rule", "X11")]
    public async Task Tags_are_added_and_removed_and_never_wiped()
    {
        await using var account = await OpenAsync();
        var id = account.Create(("email", "ada@example.com"), ("tags", "vip,old"));

        var result = await account.UpdateAsync(id, ("tags", "vip;new"), ("firstName", "Ada"));

        var contact = account.Emulator.Contacts.Find(id)!;
        (result.Outcome, contact["tags"], contact["firstName"], result.Confirmed!.Value(Ordinal("tags")).Text)
            .Should().Be((CrmWriteOutcome.Written, "vip,new", "Ada", "vip;new"));
        account.Emulator.Requests.ByKind.Should().Contain(
            [new("contacts.tags.add", 1), new("contacts.tags.remove", 1), new("contacts.update", 1)]);
    }

    [Theory]
    [InlineData("inactive", "true", "active")]
    [InlineData("active", "false", "inactive")]
    [InlineData("permanent", "false", "permanent")]
    [InlineData("permanent", "true", "permanent")]
    public async Task A_channel_is_blocked_and_freed_but_for_what_the_contact_itself_said(string held, string written, string then)
    {
        await using var account = await OpenAsync();
        var id = account.Create(("email", "ada@example.com"), ("dndSettings.Call.status", held), ("dndSettings.SMS.status", "permanent"));

        var result = await account.UpdateAsync(id, ("dndSettings.Call.status", written));

        var contact = account.Emulator.Contacts.Find(id)!;
        (result.Outcome, contact["dndSettings.Call.status"], contact["dndSettings.SMS.status"])
            .Should().Be((CrmWriteOutcome.Written, then, "permanent"));
    }

    [Theory]
    [InlineData("active", "true")]
    [InlineData("permanent", "true")]
    [InlineData("inactive", "false")]
    public async Task A_channel_that_is_active_is_blocked_to_whoever_reads_it(string status, string read)
    {
        await using var account = await OpenAsync();
        var id = account.Create(("email", "ada@example.com"), ("dndSettings.Call.status", status));

        using var page = await account.Session.ReadAsync(Fields, [id], default);

        page[0].Values.Value(Ordinal("dndSettings.Call.status")).Text.Should().Be(read);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task A_company_that_updates_do_not_take_costs_that_field_and_is_tried_once()
    {
        await using var account = await OpenAsync();
        var (ada, bob) = (account.Create(("email", "ada@example.com")), account.Create(("email", "bob@example.com")));

        CrmWriteResult[] results =
        [
            await account.UpdateAsync(ada, ("companyName", "Acme"), ("firstName", "Ada")),
            await account.UpdateAsync(bob, ("companyName", "Acme"), ("firstName", "Bob")),
        ];

        results.Should().OnlyContain(static result => result.Outcome == CrmWriteOutcome.Written
            && result.RefusedFields[0].Field == "companyName" && result.RefusedFields[0].Code == IssueCode.ReadOnlyField);
        account.Emulator.Requests.CountOf("contacts.update").Should().Be(3);
    }

    [Fact]
    public async Task A_company_that_updates_take_is_written()
    {
        await using var account = await OpenAsync(static options => options with { UpdateTakesCompanyName = true });
        var id = account.Create(("email", "ada@example.com"));

        var result = await account.UpdateAsync(id, ("companyName", "Acme"));

        (result.RefusedFields.Count, account.Emulator.Contacts.Find(id)!["companyName"]).Should().Be((0, "Acme"));
    }

    [Fact, Trait("Rule", "M2")]
    public async Task A_create_that_meets_a_contact_that_search_does_not_know_is_told_its_id()
    {
        await using var account = await OpenAsync();
        var there = account.Create(("email", "ada@example.com"), ("phone", "+12155550100"));

        var result = await account.CreateAsync(("firstName", "Ada"), ("phone", "+12155550100"));

        (result.Outcome, result.Id).Should().Be((CrmWriteOutcome.AlreadyExists, there));
    }

    [Fact, Trait("Rule", "M2")]
    public async Task A_contact_that_search_does_not_know_is_looked_up_where_a_create_would_make_a_twin()
    {
        await using var account = await OpenAsync(static options => options with { AllowsDuplicates = true, SearchLag = Duration.FromHours(1) });
        var there = account.Create(("email", "ada@example.com"));

        using var page = await account.Session.FindAsync(Fields, [new MatchKey(MatchKeyKind.Email, "ada@example.com")], default);

        page.Select(static record => record.Id).Should().Equal(there);
    }

    [Theory, Trait("Rule", "F8")]
    [InlineData("us", "US", 0)]
    [InlineData("Germany", null, 1)]
    public async Task A_country_is_two_letters(string written, string? then, int refused)
    {
        await using var account = await OpenAsync();
        var id = account.Create(("email", "ada@example.com"));

        var result = await account.UpdateAsync(id, ("country", written), ("firstName", "Ada"));

        var contact = account.Emulator.Contacts.Find(id)!;
        (result.Outcome, contact["country"], contact["firstName"], result.RefusedFields.Count).Should().Be((CrmWriteOutcome.Written, then, "Ada", refused));
    }

    [Fact, Trait("Rule", "F1")]
    public async Task A_date_of_birth_is_one_day_however_HighLevel_tells_it()
    {
        await using var account = await OpenAsync();

        var result = await account.CreateAsync(("email", "ada@example.com"), ("dateOfBirth", "1990-09-25"));
        using var page = await account.Session.ReadAsync(Fields, [result.Id!], default);

        (result.Confirmed!.Value(Ordinal("dateOfBirth")).Text, page[0].Values.Value(Ordinal("dateOfBirth")).Text).Should().Be(("1990-09-25", "1990-09-25"));
    }

    [Fact, Trait("Rule", "F1")]
    public async Task What_may_not_be_null_is_cleared_all_the_same()
    {
        await using var account = await OpenAsync();
        var id = account.Create(("email", "ada@example.com"), ("country", "US"), ("phone", "+12155550100"), ("tags", "vip"));

        var result = await account.UpdateAsync(id, ("country", ""), ("phone", ""), ("tags", ""));

        var contact = account.Emulator.Contacts.Find(id)!;
        (result.Outcome, contact["country"], contact["phone"], contact["tags"]).Should().Be((CrmWriteOutcome.Written, null, null, null));
    }

    [Fact, Trait("Rule", "S4")]
    public async Task A_day_that_is_used_up_ends_the_work_until_the_next_one()
    {
        await using var account = await OpenAsync();
        var id = account.Create(("email", "ada@example.com"));
        account.Emulator.SpendRequests(200_000);

        var failed = (await account.Awaiting(a => a.Session.ReadAsync(Fields, [id], default)).Should().ThrowAsync<CrmException>()).Which;
        account.Time.Advance(TimeSpan.FromHours(25));
        using var page = await account.Session.ReadAsync(Fields, [id], default);

        (failed.Failure, page.Count).Should().Be((CrmFailure.Passing, 1));
        failed.Message.Should().Contain("daily limit");
    }
}

using CrmMapping.Emulators;
using static CrmMapping.Pipedrive.Tests.PipedriveAccount;

namespace CrmMapping.Pipedrive.Tests;

public sealed class Writing_persons
{
    private static readonly CrmFieldSet Names = Set("first_name", "last_name");

    [Fact, Trait("Rule", "X11")]
    public async Task Keeps_the_entries_that_no_field_names()
    {
        await using var account = await OpenAsync();
        var id = account.Create(
            ("name", "Ines Falk"), ("phone", "+15550100001"), ("phone.mobile", "+15550100002"), ("phone.other", "+15550100003"));

        var result = await account.WriteAsync(Fields, Update(Fields, id, ("phone.mobile", "+15550199999")));

        result.Outcome.Should().Be(CrmWriteOutcome.Written);
        account.Person(id).Properties.Where(static value => value.Key.StartsWith("phone", StringComparison.Ordinal)).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["phone"] = "+15550100001",
            ["phone.work"] = "+15550100001",
            ["phone.mobile"] = "+15550199999",
            ["phone.other"] = "+15550100003",
        });
    }

    [Theory, Trait("Rule", "X11")]
    [InlineData("first_name", "Inge", "Inge Falk")]
    [InlineData("last_name", "Lund", "Ines Lund")]
    [InlineData("last_name", "", "Ines")]
    public async Task Keeps_the_part_of_a_name_that_is_not_written(string field, string value, string name)
    {
        await using var account = await OpenAsync();
        var id = account.Create(("name", "Ines Falk"));

        await account.WriteAsync(Names, Update(Names, id, (field, value)));

        account.Person(id)["name"].Should().Be(name);
    }

    [Fact]
    public async Task Composes_a_name_of_its_parts_without_asking_for_it()
    {
        await using var account = await OpenAsync();
        var id = account.Create(("name", "Somebody"));

        var result = await account.WriteAsync(Names, Update(Names, id, ("first_name", "Ines"), ("last_name", "Falk")));

        Text(result.Confirmed!).Should().Be("Ines|Falk");
        account.Emulator.Requests.Count.Should().Be(1);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Refuses_a_name_that_would_be_blank_and_writes_the_rest()
    {
        var fields = Set("name", "email");
        await using var account = await OpenAsync();
        var id = account.Create(("name", "Ines Falk"));

        var result = await account.WriteAsync(fields, Update(fields, id, ("name", ""), ("email", "ines@example.org")));

        result.RefusedFields.Should().ContainSingle().Which.Should().Match<FieldRefusal>(
            static refusal => refusal.Field == "name" && refusal.Code == IssueCode.BlankNotAllowed);
        account.Person(id)["email"].Should().Be("ines@example.org");
    }

    [Fact]
    public async Task Refuses_a_new_person_without_a_name_before_it_asks()
    {
        await using var account = await OpenAsync();

        var result = await account.WriteAsync(Fields, Create(Fields, "1", ("email", "ines@example.org")));

        result.Outcome.Should().Be(CrmWriteOutcome.Refused);
        result.Message.Should().Contain("wants a name");
        account.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Loses_what_only_contact_sync_takes_and_not_the_person()
    {
        var fields = Set("name", "job_title", "birthday");
        await using var account = await OpenAsync();
        var id = account.Create(("name", "Ines Falk"));

        var result = await account.WriteAsync(fields, Update(fields, id, ("name", "Ines Lund"), ("job_title", "Baker"), ("birthday", "2000-12-31")));

        result.Outcome.Should().Be(CrmWriteOutcome.Written);
        result.RefusedFields.Select(static refusal => (refusal.Field, refusal.Code)).Should().Equal(
            ("job_title", IssueCode.ReadOnlyField), ("birthday", IssueCode.ReadOnlyField));
        account.Person(id)["name"].Should().Be("Ines Lund");
    }

    [Fact]
    public async Task Writes_what_contact_sync_takes_where_it_is_on()
    {
        var fields = Set("name", "job_title", "birthday", "im", "postal_address");
        await using var account = await OpenAsync(static settings => settings with { HasContactSync = true });
        var id = account.Create(("name", "Ines Falk"));

        var result = await account.WriteAsync(
            fields, Update(fields, id, ("job_title", "Baker"), ("birthday", "2000-12-31"), ("im", "ines"), ("postal_address", "1 Main St")));

        result.RefusedFields.Should().BeEmpty();
        Text(result.Confirmed!).Should().Be("Ines Falk|Baker|2000-12-31|ines|1 Main St");
    }

    [Theory]
    [InlineData("varchar", "", "Gold", "Gold")]
    [InlineData("double", "", "-0.5", "-0.5")]
    [InlineData("date", "", "2026-03-01", "2026-03-01")]
    [InlineData("time", "", "09:00:00", "09:00:00")]
    [InlineData("address", "", "1 Main St", "1 Main St")]
    [InlineData("phone", "", "+15550100001", "+15550100001")]
    [InlineData("monetary", "currency", "5", "5|EUR")]
    [InlineData("daterange", "until", "2026-03-01", "2026-03-01|2026-03-02")]
    public async Task Writes_and_reads_a_custom_field_in_the_shape_of_its_type(string type, string part, string value, string held)
    {
        await using var account = await OpenAsync();
        var code = account.Emulator.Fields.Add("Custom", type).Code;
        var fields = part.Length > 0 ? Set(code, $"{code}.{part}") : Set(code);
        var id = account.Create(("name", "Ines Falk"));
        var written = part.Length > 0
            ? Update(fields, id, (code, value), ($"{code}.{part}", part == "currency" ? "EUR" : "2026-03-02"))
            : Update(fields, id, (code, value));

        var result = await account.WriteAsync(fields, written);
        using var page = await account.Session.ReadAsync(fields, [id], default);

        result.RefusedFields.Should().BeEmpty();
        Text(page[0].Values).Should().Be(held);
    }

    [Fact]
    public async Task Keeps_the_currency_of_an_amount_that_changes()
    {
        await using var account = await OpenAsync();
        var code = account.Emulator.Fields.Add("Value", "monetary").Code;
        var id = account.Create(("name", "Ines Falk"), (code, """{"value":5,"currency":"SEK"}"""));
        var fields = Set(code);

        await account.WriteAsync(fields, Update(fields, id, (code, "7.25")));

        using var page = await account.Session.ReadAsync(Set(code, $"{code}.currency"), [id], default);
        Text(page[0].Values).Should().Be("7.25|SEK");
    }

    [Fact]
    public async Task Refuses_an_amount_of_which_nobody_says_the_currency()
    {
        await using var account = await OpenAsync();
        var code = account.Emulator.Fields.Add("Value", "monetary").Code;
        var id = account.Create(("name", "Ines Falk"));
        var fields = Set(code);

        var result = await account.WriteAsync(fields, Update(fields, id, (code, "7.25")));

        result.RefusedFields.Should().ContainSingle().Which.Code.Should().Be(IssueCode.BlankNotAllowed);
    }

    [Fact]
    public async Task Sets_options_by_id_and_clears_them_with_null()
    {
        await using var account = await OpenAsync();
        var field = account.Emulator.Fields.Add("Tags", "set", "Gold", "Silver");
        var (fields, ids) = (Set(field.Code), string.Join(';', field.Options.Select(static option => option.Id)));
        var id = account.Create(("name", "Ines Falk"));

        var set = await account.WriteAsync(fields, Update(fields, id, (field.Code, ids)));
        var cleared = await account.WriteAsync(fields, Update(fields, id, (field.Code, "")));

        Text(set.Confirmed!).Should().Be(ids);
        cleared.RefusedFields.Should().BeEmpty();
        account.Person(id)[field.Code].Should().BeNull();
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Finds_a_create_whose_answer_was_lost_by_the_local_id()
    {
        string? code = null;
        await using var account = await OpenAsync(
            static settings => settings with { Fields = [new PipedriveField("Host id", "varchar") { Code = "0f0e0d0c0b0a09080706050403020100ffeeddcc" }] },
            options => options.ExternalIdField = code = "0f0e0d0c0b0a09080706050403020100ffeeddcc");
        account.Emulator.Faults.Next(FaultKind.LostAnswer, "/persons");

        var result = await account.WriteAsync(Fields, Create(Fields, "local-7", ("name", "Ines Falk")));

        result.Outcome.Should().Be(CrmWriteOutcome.Written);
        account.Emulator.Persons.Count.Should().Be(1);
        account.Person(result.Id!)[code!].Should().Be("local-7");
    }
}

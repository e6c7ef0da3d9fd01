#pragma warning disable CS1591 // The names of tests are sentences.
using NodaTime;

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    [Fact]
    public async Task Each_of_more_writes_than_a_batch_takes_has_its_result_in_order()
    {
        await using var crm = await OpenAsync();
        var count = Math.Max(crm.Account.Sizes.Batch * 2, 50) + 7;
        var there = crm.CreateMany(0, count);
        List<CrmWrite> writes =
        [
            .. there.SelectMany((id, number) => new[] { crm.Update(id, (crm.Fields.Text, $"written {number}")), crm.NewPerson(count + number) }),
        ];

        var results = await crm.WriteAsync(writes);

        Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        for (var number = 0; number < count; number++)
        {
            Assert.Equal(there[number], results[number * 2].Id);
            Assert.Equal($"written {number}", crm.Account.Find(there[number])![crm.Fields.Text.Key]);
            Assert.Equal($"Person{count + number}", crm.Account.Find(results[(number * 2) + 1].Id!)![crm.Fields.Name.Key]);
        }

        Assert.Equal(count * 2, crm.Account.Count);
    }

    [Fact, Trait("Rule", "X10")]
    public async Task A_create_makes_the_record_that_was_asked_for()
    {
        await using var crm = await OpenAsync();

        var result = Assert.Single(await crm.WriteAsync([crm.NewPerson(1)]));

        Assert.Equal((CrmWriteOutcome.Written, 1), (result.Outcome, crm.Account.Count));
        Assert.Empty(result.RefusedFields);
        Assert.Equal(crm.Person(1).Where(value => value.Key != crm.Fields.Phone.Key), crm.Account.Find(result.Id!)!
            .Where(value => crm.Person(1).ContainsKey(value.Key) && value.Key != crm.Fields.Phone.Key).OrderBy(value => crm.OrdinalOf(value.Key)));
        Confirms(crm, result);
    }

    [Fact, Trait("Rule", "X11")]
    public async Task An_update_touches_its_own_fields_and_no_other()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        var before = crm.Account.Find(id)!;

        var result = Assert.Single(await crm.WriteAsync([crm.Update(id, (crm.Fields.Text, "written"))]));

        var after = new Dictionary<string, string>(before) { [crm.Fields.Text.Key] = "written" };
        Assert.Equal((CrmWriteOutcome.Written, id), (result.Outcome, result.Id));
        Assert.Equal(after.OrderBy(static value => value.Key), crm.Account.Find(id)!.OrderBy(static value => value.Key));
        Confirms(crm, result);
    }

    [Fact, Trait("Rule", "X11")]
    public async Task An_update_of_records_that_must_not_have_changed_is_written_where_none_did()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, 30);
        var seen = await crm.ReadTimesAsync(ids);
        crm.Account.Pass(Duration.FromSeconds(5));

        var results = await crm.WriteAsync([.. ids.Select(id => crm.Update(id, (crm.Fields.Text, "written")) with { UnlessChangedSince = seen[id] })]);

        Assert.Equal(ids.Select(static id => (CrmWriteOutcome.Written, (string?)id)), results.Select(static result => (result.Outcome, result.Id)));
        Assert.All(ids, id => Assert.Equal("written", crm.Account.Find(id)![crm.Fields.Text.Key]));
        Assert.All(results, result => Confirms(crm, result));
    }

    [Fact, Trait("Rule", "X11")]
    public async Task An_update_of_a_record_that_must_not_have_changed_and_did_is_not_written_and_says_so_or_is_written()
    {
        await using var crm = await OpenAsync();
        var (ada, bob) = (crm.Create(1), crm.Create(2));
        var seen = await crm.ReadTimesAsync([ada, bob]);
        crm.Account.Pass(Duration.FromSeconds(5));
        crm.Account.Edit(ada, crm.Fields.Text.Key, "edited");

        var results = await crm.WriteAsync(
            [crm.Update(ada, (crm.Fields.Text, "written")) with { UnlessChangedSince = seen[ada] },
            crm.Update(bob, (crm.Fields.Text, "written")) with { UnlessChangedSince = seen[bob] }]);

        Assert.Contains(results[0].Outcome, new[] { CrmWriteOutcome.Written, CrmWriteOutcome.ChangedMeanwhile });
        Assert.Equal(
            results[0].Outcome == CrmWriteOutcome.Written ? "written" : "edited", crm.Account.Find(ada)![crm.Fields.Text.Key]);
        Assert.Equal((CrmWriteOutcome.Written, "written"), (results[1].Outcome, crm.Account.Find(bob)![crm.Fields.Text.Key]));
    }

    [Fact, Trait("Rule", "F1")]
    public async Task A_blank_clears_the_field()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);

        var result = Assert.Single(await crm.WriteAsync([crm.Update(id, (crm.Fields.Text, ""), (crm.Fields.Phone, ""))]));

        var seen = crm.Account.Find(id)!;
        Assert.Equal((CrmWriteOutcome.Written, id), (result.Outcome, result.Id));
        Assert.False(seen.ContainsKey(crm.Fields.Text.Key) || seen.ContainsKey(crm.Fields.Phone.Key), "What was written as blank is blank.");
        Assert.Equal(OpenAccount.EmailOf(1), seen[crm.Fields.Email.Key]);
        Confirms(crm, result);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task A_field_that_the_CRM_refuses_costs_that_field_alone()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, 20);

        var results = await crm.WriteAsync([.. ids.Select((id, number) => number == 7
            ? crm.Update(id, (crm.Fields.Text, "written"), (crm.Fields.Strict, crm.Fields.RefusedValue))
            : crm.Update(id, (crm.Fields.Text, "written")))]);

        Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        Assert.All(ids, id => Assert.Equal("written", crm.Account.Find(id)![crm.Fields.Text.Key]));
        Assert.Equal(crm.Fields.Strict.Key, Assert.Single(results[7].RefusedFields).Field);
        Assert.All(results.Where((_, number) => number != 7), static result => Assert.Empty(result.RefusedFields));
        Assert.DoesNotContain(crm.Fields.RefusedValue, $"{results[7].Message} {results[7].RefusedFields[0].Message}", StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task A_field_of_a_new_record_that_the_CRM_refuses_costs_that_field_alone()
    {
        await using var crm = await OpenAsync();
        var bad = crm.NewPerson(2);
        bad.Values.Set(crm.OrdinalOf(crm.Fields.Strict.Key), crm.Fields.RefusedValue.AsSpan());

        var results = await crm.WriteAsync([crm.NewPerson(1), bad, crm.NewPerson(3)]);

        Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        Assert.Equal([0, 1, 0], results.Select(static result => result.RefusedFields.Count));
        Assert.Equal(3, crm.Account.Count);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task A_field_that_is_gone_from_the_account_costs_that_field_alone()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, 12);
        await crm.Session.DescribeAsync(RecordType.Contact, default);
        crm.Account.RemoveField(crm.Fields.Strict.Key);

        var results = await crm.WriteAsync(
            [.. ids.Select(id => crm.Update(id, (crm.Fields.Text, "written"), (crm.Fields.Strict, crm.Fields.RefusedValue)))]);

        Assert.All(results, result => Assert.Equal(
            (CrmWriteOutcome.Written, crm.Fields.Strict.Key, IssueCode.FieldMissing),
            (result.Outcome, Assert.Single(result.RefusedFields).Field, result.RefusedFields[0].Code)));
        Assert.All(ids, id => Assert.Equal("written", crm.Account.Find(id)![crm.Fields.Text.Key]));
    }

    [Fact, Trait("Rule", "F8")]
    public async Task A_field_that_may_not_be_written_costs_that_field_alone()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        if (!crm.Has(CrmAbilities.FieldPermissions))
        {
            Assert.Empty(Assert.Single(await crm.WriteAsync([crm.Update(id, (crm.Fields.Text, "written"))])).RefusedFields);
            return;
        }

        crm.Account.Forbid(crm.Fields.Text.Key);

        var result = Assert.Single(await crm.WriteAsync([crm.Update(id, (crm.Fields.Text, "written"), (crm.Fields.Name, "Grace"))]));

        Assert.Equal(
            (CrmWriteOutcome.Written, crm.Fields.Text.Key, IssueCode.ReadOnlyField),
            (result.Outcome, Assert.Single(result.RefusedFields).Field, result.RefusedFields[0].Code));
        Assert.Equal(("Grace", "text 1"), (crm.Account.Find(id)![crm.Fields.Name.Key], crm.Account.Find(id)![crm.Fields.Text.Key]));
    }

    [Fact, Trait("Rule", "F8")]
    public async Task A_record_that_is_not_there_costs_that_record_alone()
    {
        await using var crm = await OpenAsync();
        var (ada, bob, gone) = (crm.Create(1), crm.Create(2), crm.Create(3));
        crm.Account.Archive(gone);

        var results = await crm.WriteAsync(
            [crm.Update(ada, (crm.Fields.Text, "written")), crm.Update(crm.Account.UnknownId, (crm.Fields.Text, "written")),
            crm.Update(gone, (crm.Fields.Text, "written")), crm.Update(bob, (crm.Fields.Text, "written"))]);

        Assert.Equal(
            [CrmWriteOutcome.Written, CrmWriteOutcome.NotFound, CrmWriteOutcome.NotFound, CrmWriteOutcome.Written],
            results.Select(static result => result.Outcome));
        Assert.Equal(("written", "written", null), (
            crm.Account.Find(ada)![crm.Fields.Text.Key], crm.Account.Find(bob)![crm.Fields.Text.Key], crm.Account.Find(gone)));
        Assert.Equal(2, crm.Account.Count);
    }

    [Fact, Trait("Rule", "M5")]
    public async Task A_write_to_a_record_that_was_merged_away_names_its_survivor()
    {
        await using var crm = await OpenAsync();
        var (kept, other) = (crm.Create(1), crm.Create(2));
        var survivor = crm.Has(CrmAbilities.Merges) ? crm.Account.Merge(kept, other) : other;

        var result = Assert.Single(await crm.WriteAsync([crm.Update(other, (crm.Fields.Text, "written"))]));

        // A CRM may take the write for the survivor, or refuse it; either way it is known who that is.
        Assert.Contains(result.Outcome, new[] { CrmWriteOutcome.Written, CrmWriteOutcome.NotFound });
        Assert.Equal(survivor, result.Id);
        Assert.Equal(
            result.Outcome == CrmWriteOutcome.Written ? "written" : "text 1", crm.Account.Find(survivor)![crm.Fields.Text.Key]);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task A_new_record_whose_address_is_taken_costs_that_record_alone()
    {
        await using var crm = await OpenAsync();
        var ada = crm.Create(1);
        var twin = crm.NewPerson(2);
        twin.Values.Set(crm.OrdinalOf(crm.Fields.Email.Key), OpenAccount.EmailOf(1).ToUpperInvariant().AsSpan());

        var results = await crm.WriteAsync([crm.NewPerson(3), twin, crm.NewPerson(4)]);

        if (crm.Has(CrmAbilities.UniqueEmails))
        {
            Assert.Equal(
                [CrmWriteOutcome.Written, CrmWriteOutcome.AlreadyExists, CrmWriteOutcome.Written],
                results.Select(static result => result.Outcome));
            Assert.True(results[1].Id is null || results[1].Id == ada, "An id that is named is that of the record that is there.");
            Assert.Equal(3, crm.Account.Count);
        }
        else
        {
            Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
            Assert.Equal(4, crm.Account.Count);
        }

        TellsNoSecret(crm, results.Select(static result => result.Message));
    }

    [Fact, Trait("Rule", "F8")]
    public async Task An_update_to_an_address_that_is_taken_costs_that_field_alone()
    {
        await using var crm = await OpenAsync();
        crm.Create(1);
        var bob = crm.Create(2);

        var result = Assert.Single(await crm.WriteAsync(
            [crm.Update(bob, (crm.Fields.Email, OpenAccount.EmailOf(1)), (crm.Fields.Text, "written"))]));

        Assert.Equal((CrmWriteOutcome.Written, "written"), (result.Outcome, crm.Account.Find(bob)![crm.Fields.Text.Key]));
        Assert.Equal(
            crm.Has(CrmAbilities.UniqueEmails) ? [crm.Fields.Email.Key] : [], result.RefusedFields.Select(static refusal => refusal.Field));
        TellsNoSecret(crm, [result.Message, .. result.RefusedFields.Select(static refusal => refusal.Message)]);
    }

    [Fact]
    public async Task An_archived_record_is_gone_for_people_and_told_as_such()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, crm.Account.Sizes.Batch + 5);

        var results = await crm.WriteAsync([.. ids.Take(ids.Count - 1).Select(crm.Archive)]);

        Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        Assert.Equal(1, crm.Account.Count);
        Assert.True(Assert.Single(await crm.ReadAsync([ids[0]])).IsArchived);
    }

    [Fact]
    public async Task A_record_that_was_archived_already_or_never_there_needs_no_archiving()
    {
        await using var crm = await OpenAsync();
        var (kept, gone) = (crm.Create(1), crm.Create(2));
        crm.Account.Archive(gone);

        var results = await crm.WriteAsync([crm.Archive(gone), crm.Archive(crm.Account.UnknownId)]);

        Assert.All(results, static result => Assert.Contains(result.Outcome, new[] { CrmWriteOutcome.Written, CrmWriteOutcome.NotFound }));
        Assert.NotNull(crm.Account.Find(kept));
    }

    [Theory, Trait("Rule", "F1")]
    [InlineData("Zoë Łukasz Şahin Đặng")]
    [InlineData("李雷 さくら 한글")]
    [InlineData("אבג العربية")]
    [InlineData("𝒜𐍈 🧑‍🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 𠮷")]
    [InlineData("e\u0301 ﬁ \u200Bx \uFFFD")]
    [InlineData("\U000F0000\U0010FFFD")]
    [InlineData("\"quoted\" 'single' \\back\\ /slash/ `tick`")]
    [InlineData("<b>&amp; & {json: [1]} %25 $1 #x")]
    public async Task A_text_of_any_plane_comes_back_as_it_was_written_or_as_the_answer_confirmed_it(string text)
    {
        await using var crm = await OpenAsync();
        var (changed, made) = (crm.Update(crm.Create(1), (crm.Fields.Text, text)), crm.NewPerson(2));
        made.Values.Set(crm.OrdinalOf(crm.Fields.Text.Key), text.AsSpan());

        var results = await crm.WriteAsync([changed, made]);

        foreach (var result in results)
        {
            Assert.Equal((CrmWriteOutcome.Written, 0), (result.Outcome, result.RefusedFields.Count));
            var read = crm.Read(Assert.Single(await crm.ReadAsync([result.Id!])), crm.Fields.Text);
            var confirmed = result.Confirmed?.Value(crm.OrdinalOf(crm.Fields.Text.Key)) ?? default;
            Assert.Equal(confirmed.IsUnknown ? FieldValue.Of(text) : confirmed, read);
            Assert.Equal(crm.Account.Find(result.Id!)![crm.Fields.Text.Key], read.Text);
        }
    }

    [Fact]
    public async Task Nothing_to_write_is_no_request()
    {
        await using var crm = await OpenAsync();

        Assert.Empty(await crm.WriteAsync([]));
        Assert.Equal(0, crm.Account.Requests);
    }

    // What an answer confirms is what people see.
    private static void Confirms(OpenAccount crm, CrmWriteResult result)
    {
        var seen = crm.Account.Find(result.Id!)!;
        foreach (var (field, ordinal) in crm.Set.Fields.Select(static (field, ordinal) => (field, ordinal)))
        {
            if (result.Confirmed is { } confirmed && !confirmed.IsUnknown(ordinal))
            {
                Assert.Equal(FieldValue.Of(seen.GetValueOrDefault(field.Key)), confirmed.Value(ordinal));
            }
        }
    }
}

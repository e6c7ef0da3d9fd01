using static CrmMapping.Http.Tests.StubEndpoint;

namespace CrmMapping.Http.Tests;

[Trait("Rule", "F8")]
public sealed class A_batch_of_writes
{
    private static readonly Connection Acme = new() { Name = "Acme", Kind = "Stub" };
    private static readonly CrmFieldSet Fields = new(RecordType.Contact,
    [
        new FieldDescriptor { Key = "name", Type = FieldType.Text },
        new FieldDescriptor { Key = "stage", Type = FieldType.Picklist },
    ]);

    private static readonly FieldRefusal BadStage = new("stage", IssueCode.NotAnOption, "It has no such option.");

    private readonly LogLines _log = new();

    [Fact]
    public async Task Is_as_large_as_the_CRM_takes_and_of_one_kind()
    {
        var crm = new StubEndpoint(Yes);

        var results = await WriteAsync(crm, Create(), Update("a"), Create(), Archive("b"), Create(), Create(), Update("c"));

        crm.Sent.Should().Equal("Create 0,2,4", "Create 5", "Update 1,6", "Archive 3");
        results.Select(result => (result.Outcome, result.Id)).Should().Equal(
            Enumerable.Range(0, 7).Select(number => (CrmWriteOutcome.Written, (string?)$"id{number}")));
    }

    [Fact]
    public async Task Names_no_record_twice()
    {
        var crm = new StubEndpoint(Yes);

        await WriteAsync(crm, Update("a"), Update("b"), Update("a"), Upsert("1"), Upsert("1"));

        crm.Sent.Should().Equal("Update 0,1", "Update 2", "Upsert 3", "Upsert 4");
    }

    [Fact]
    public async Task Sends_what_lost_a_field_again_together()
    {
        var crm = new StubEndpoint(batch => YesBut(
            batch, batch.Writes.Where(write => write.Number > 0 && write.Writes(1)).ToDictionary(write => write, _ => Refusal(BadStage))));

        var results = await WriteAsync(crm, Update("a"), Update("b"), Update("c"));

        crm.Sent.Should().Equal("Update 0,1,2", "Update 1,2");
        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written);
        results.Select(result => result.RefusedFields.Count).Should().Equal(0, 1, 1);
        _log.Of(2010).Should().Equal(Enumerable.Repeat("Acme: field 'stage' of a record was refused (NotAnOption); the rest of the record is written", 2));
    }

    [Fact]
    public async Task Leaves_a_field_out_for_all_that_the_CRM_takes_from_nobody()
    {
        var forAll = Refusal(BadStage) with { FieldsForAll = ["stage"] };
        var crm = new StubEndpoint(batch => batch.Writes.Any(write => write.Writes(1)) ? BatchReply.Refused(forAll) : Yes(batch));

        var results = await WriteAsync(crm, Update("a"), Update("b"), Update("c"));

        crm.Sent.Should().Equal("Update 0,1,2", "Update 0,1,2");
        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written && result.RefusedFields.Single() == BadStage);
    }

    [Fact]
    public async Task Is_halved_until_the_record_that_is_meant_is_alone()
    {
        var crm = new StubEndpoint(batch => batch.Writes.Any(write => write.Number == 2)
            ? BatchReply.Refused(new WriteRefusal { Summary = "SOME_CODE" })
            : Yes(batch));

        var results = await WriteAsync(crm, Update("a"), Update("b"), Update("c"));

        crm.Sent.Should().Equal("Update 0,1,2", "Update 0", "Update 1,2", "Update 1", "Update 2");
        results.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.Written, CrmWriteOutcome.Written, CrmWriteOutcome.Refused);
        (results[2].Id, results[2].Message).Should().Be(("c", "Stub refused the record: SOME_CODE."));
    }

    [Fact]
    public async Task Makes_a_create_that_is_there_already_the_record_that_is_there()
    {
        var crm = new StubEndpoint(batch => YesBut(batch, new()
        {
            [batch.Writes[0]] = new WriteRefusal { Summary = "CONFLICT", IsConflict = true, ExistingId = "77", Fields = [BadStage] },
        }));

        var results = await WriteAsync(crm, Create());

        results.Single().Should().Be(new CrmWriteResult
        {
            Outcome = CrmWriteOutcome.AlreadyExists, Id = "77", Message = "Stub has a record with the same unique value: CONFLICT.",
        });
    }

    [Fact]
    public async Task Loses_the_value_alone_that_another_record_holds_already()
    {
        var conflict = Refusal(BadStage) with { IsConflict = true, ExistingId = "77" };
        var crm = new StubEndpoint(batch => batch.Writes[0].Writes(1) ? BatchReply.Refused(conflict) : Yes(batch));

        var results = await WriteAsync(crm, Update("a"));

        (results[0].Outcome, results[0].Id, results[0].RefusedFields.Single()).Should().Be((CrmWriteOutcome.Written, "id0", BadStage));
    }

    [Fact]
    public async Task Looks_up_all_records_that_were_not_found_at_once()
    {
        var missing = new WriteRefusal { Summary = "NOT_FOUND", IsNotFound = true };
        var crm = new StubEndpoint(batch =>
        {
            var refusals = batch.Writes.Where(write => write.Number == 0).ToDictionary(write => write, _ => missing);
            return BatchReply.Taken(refusals);
        })
        {
            Homes = { ["b"] = "survivor", ["c"] = "c" },
        };

        var results = await WriteAsync(crm, Update("a"), Update("b"), Update("c"));

        crm.LookedUp.Should().Equal("a,b,c");
        results.Select(result => (result.Outcome, result.Id)).Should().Equal(
            (CrmWriteOutcome.NotFound, null), (CrmWriteOutcome.NotFound, "survivor"), (CrmWriteOutcome.Failed, "c"));
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Says_of_creates_that_the_answer_does_not_name_that_they_may_have_been_done()
    {
        var crm = new StubEndpoint(batch => BatchReply.Taken(new Dictionary<PendingWrite, WriteRefusal>()));

        var results = await WriteAsync(crm, Create());

        results.Single().Outcome.Should().Be(CrmWriteOutcome.Unanswered);
        crm.Sent.Should().ContainSingle();
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Says_that_it_may_have_been_done_where_no_answer_came()
    {
        var crm = new StubEndpoint(_ => BatchReply.Unanswered);

        var results = await WriteAsync(crm, Create(), Create());

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Unanswered);
        _log.Of(2012).Should().ContainSingle();
    }

    [Fact]
    public async Task Ends_a_record_of_which_nothing_is_left_to_write()
    {
        var crm = new StubEndpoint(batch => BatchReply.Refused(Refusal(BadStage, BadStage with { Field = "name" })));

        var results = await WriteAsync(crm, Update("a"));

        (results[0].Outcome, results[0].RefusedFields.Count).Should().Be((CrmWriteOutcome.Refused, 2));
        crm.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Is_followed_by_no_other_once_the_account_cannot_be_worked_with()
    {
        var number = 0;
        var crm = new StubEndpoint(batch => number++ == 0 ? Yes(batch) : throw new CrmException(CrmFailure.Permission, "Acme", "Not allowed."));

        var results = await WriteAsync(crm, [.. Enumerable.Range(0, 9).Select(_ => Create())]);

        crm.Sent.Should().Equal("Create 0,1,2", "Create 3,4,5");
        results.Select(result => result.Outcome).Should().Equal(
            [.. Enumerable.Repeat(CrmWriteOutcome.Written, 3), .. Enumerable.Repeat(CrmWriteOutcome.Failed, 6)]);
        results[8].Message.Should().Be("Acme: Not allowed.");
    }

    [Theory]
    [InlineData(CrmFailure.Permission, true)]
    [InlineData(CrmFailure.Credentials, true)]
    [InlineData(CrmFailure.Passing, false)]
    public async Task Fails_as_a_whole_where_nothing_was_written_and_a_person_must_act(CrmFailure failure, bool throws)
    {
        var crm = new StubEndpoint(_ => throw new CrmException(failure, "Acme", "No."));

        var write = () => WriteAsync(crm, Create(), Create());

        if (throws)
        {
            (await write.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(failure);
        }
        else
        {
            (await write()).Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Failed);
        }
    }

    private static CrmWrite Create() => new() { Kind = CrmWriteKind.Create, Values = Values() };

    private static CrmWrite Upsert(string localId) => Create() with { LocalId = localId };

    private static CrmWrite Update(string id) => new() { Kind = CrmWriteKind.Update, Id = id, Values = Values() };

    private static CrmWrite Archive(string id) => new() { Kind = CrmWriteKind.Archive, Id = id, Values = new RecordBuffer(Fields.Count) };

    private static RecordBuffer Values()
    {
        var values = new RecordBuffer(Fields.Count);
        values.Set(0, "Ada");
        values.Set(1, "lead");
        return values;
    }

    private static WriteRefusal Refusal(params FieldRefusal[] fields) => new() { Summary = "INVALID", Fields = [.. fields] };

    private Task<IReadOnlyList<CrmWriteResult>> WriteAsync(StubEndpoint crm, params CrmWrite[] writes) =>
        new BatchWriter(Acme, crm, _log).WriteAsync(Fields, writes, default);
}

namespace CrmMapping.Http.Tests;

public sealed class Batches_that_are_sent_at_once
{
    private static readonly CrmFieldSet Fields = new(RecordType.Contact, [new FieldDescriptor { Key = "name", Type = FieldType.Text }]);

    [Fact, Trait("Rule", "S4")]
    public async Task Are_never_more_than_the_CRM_takes()
    {
        var crm = new CrmOfSingles(atOnce: 3);

        var results = await WriteAsync(crm, 8);

        crm.MostUnderWay.Should().Be(3);
        results.Select(static result => result.Id).Should().Equal(Enumerable.Range(0, 8).Select(static number => $"id{number}"));
    }

    [Fact]
    public async Task Are_followed_by_no_other_once_one_of_them_could_not_be_worked_with()
    {
        var crm = new CrmOfSingles(atOnce: 2) { FailsAt = 1, AnswersAtOnce = true };

        var results = await WriteAsync(crm, 8);

        crm.Sent.Should().Equal(0, 1, 2);
        results.Select(static result => result.Outcome).Should().Equal(
            [CrmWriteOutcome.Written, CrmWriteOutcome.Failed, CrmWriteOutcome.Written, .. Enumerable.Repeat(CrmWriteOutcome.Failed, 5)]);
    }

    [Fact]
    public async Task Are_waited_for_when_somebody_gives_up()
    {
        using var gone = new CancellationTokenSource();
        var crm = new CrmOfSingles(atOnce: 2) { At = number => (number == 1 ? gone : null)?.Cancel() };

        await FluentActions.Awaiting(() => WriteAsync(crm, 8, gone.Token)).Should().ThrowAsync<OperationCanceledException>();

        crm.UnderWay.Should().Be(0);
    }

    private static Task<IReadOnlyList<CrmWriteResult>> WriteAsync(CrmOfSingles crm, int count, CancellationToken cancellationToken = default)
    {
        var values = new RecordBuffer(1);
        values.Set(0, "Ada"u8);
        return new BatchWriter(new Connection { Name = "Acme", Kind = "Stub" }, crm, new LogLines()).WriteAsync(
            Fields,
            [.. Enumerable.Range(0, count).Select(number => new CrmWrite { Kind = CrmWriteKind.Update, Id = $"{number}", Values = values })],
            cancellationToken);
    }

    /// <summary>Takes one write a request; it answers once as many are under way as it takes, or no more are to come.</summary>
    private sealed class CrmOfSingles(int atOnce) : IBatchEndpoint
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool AnswersAtOnce { get; init; }

        public int? FailsAt { get; init; }

        public Action<int>? At { get; init; }

        public List<int> Sent { get; } = [];

        public int UnderWay { get; private set; }

        public int MostUnderWay { get; private set; }

        public int MaxBatch => 1;

        public int MaxInFlight => atOnce;

        public BatchKind KindOf(CrmWrite write) => BatchKind.Update;

        public async Task<BatchReply> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
        {
            var write = batch.Writes[0];
            var full = Enter(write.Number);
            try
            {
                At?.Invoke(write.Number);
                await full.WaitAsync(cancellationToken);
                if (write.Number == FailsAt)
                {
                    throw new CrmException(CrmFailure.Passing, "Acme", "It is down.");
                }

                write.End(CrmWriteOutcome.Written, message: null, $"id{write.Number}");
                return BatchReply.Taken(new Dictionary<PendingWrite, WriteRefusal>());
            }
            finally
            {
                Leave();
            }
        }

        public Task<IReadOnlyDictionary<string, string>> ResolveAsync(
            CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
            throw new NotSupportedException("No record is missing here.");

        private Task Enter(int number)
        {
            lock (_gate)
            {
                Sent.Add(number);
                MostUnderWay = Math.Max(MostUnderWay, ++UnderWay);
                var full = _full;
                if (AnswersAtOnce || UnderWay >= atOnce || number >= 7)
                {
                    _full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    full.SetResult();
                }

                return full.Task;
            }
        }

        private void Leave()
        {
            lock (_gate)
            {
                UnderWay--;
            }
        }
    }
}

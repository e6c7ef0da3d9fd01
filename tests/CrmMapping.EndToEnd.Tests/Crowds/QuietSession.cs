using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

internal sealed class QuietSession(QuietCrm crm, string account) : ICrmSession
{
    private static readonly string[] Texts = ["firstname", "lastname", "city", "company"];

    private static readonly IReadOnlyList<FieldDescriptor> Fields =
    [
        new FieldDescriptor { Key = "phone", Type = FieldType.Phone },
        new FieldDescriptor { Key = "email", Type = FieldType.Email },
        new FieldDescriptor { Key = "lifecyclestage", Type = FieldType.Picklist },
        .. Texts.Select(key => new FieldDescriptor { Key = key, Type = FieldType.Text }),
    ];

    public Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(RecordType recordType, CancellationToken cancellationToken) => Task.FromResult(Fields);

    public async Task<CrmPage> ReadPageAsync(CrmFieldSet fields, string? cursor, CancellationToken cancellationToken)
    {
        await crm.AskAsync(account, isPoll: false);
        var page = CrmPage.Rent();
        page.Next = crm.Endless == account ? crm.NextPage() : null;

        return page;
    }

    public async Task<CrmPage> ReadChangesAsync(CrmFieldSet fields, string? position, CancellationToken cancellationToken)
    {
        await crm.AskAsync(account, isPoll: true);
        var page = CrmPage.Rent();
        page.Next = "now";
        return page;
    }

    public Task<CrmPage> ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => Nothing();

    public Task<CrmPage> FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) => Nothing();

    public Task<CrmPage> ReadCreatedAsync(CrmFieldSet fields, Instant since, CancellationToken cancellationToken) => Nothing();

    public Task<IReadOnlyList<CrmFieldTime>> ReadFieldTimesAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CrmFieldTime>>([]);

    public Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing is written to these accounts.");

    public Task<IReadOnlyList<CrmOwner>> ReadOwnersAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CrmOwner>>([]);

    public ValueTask DisposeAsync() => default;

    private static Task<CrmPage> Nothing() => Task.FromResult(CrmPage.Rent());
}

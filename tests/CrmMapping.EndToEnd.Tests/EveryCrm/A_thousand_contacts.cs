namespace CrmMapping.EndToEnd.Tests.EveryCrm;

public sealed class A_thousand_contacts
{
    private const int Count = 1000;

    public static TheoryData<int> Crms { get; } = [.. Enumerable.Range(0, PlayedCrm.All.Count)];

    [Theory, MemberData(nameof(Crms))]
    public async Task Are_pulled(int crm)
    {
        await using var account = await PlayedCrm.All[crm]();
        await using var sync = new PlayedSync(account);
        foreach (var person in Persons(Count))
        {
            account.Create(account.Fields.Select(field => KeyValuePair.Create(field.Value, Person.Read(person, field.Key))));
        }

        account.Requests.Reset();
        await sync.PullAsync();
        Tell("pull", account);
    }

    [Theory, MemberData(nameof(Crms))]
    public async Task Are_pushed(int crm)
    {
        await using var account = await PlayedCrm.All[crm]();
        await using var sync = new PlayedSync(account);
        await sync.AddAsync(Persons(Count));

        account.Requests.Reset();
        await sync.PushAsync();
        Tell("push", account);
    }

    [Theory, MemberData(nameof(Crms))]
    public async Task Are_pushed_where_half(int crm)
    {
        await using var account = await PlayedCrm.All[crm]();
        await using var sync = new PlayedSync(account);
        foreach (var person in Persons(Count / 2))
        {
            account.Create(account.Fields.Select(field => KeyValuePair.Create(field.Value, Person.Read(person, field.Key))));
        }
        await sync.AddAsync(Persons(Count));

        account.Requests.Reset();
        await sync.PushAsync();
        Tell("half", account);
    }

    private static void Tell(string what, PlayedCrm account)
    {
        var text = $"{account.Name} {what}: {account.Requests.Count}: {string.Join(", ", account.Requests.ByKind.Select(k => $"{k.Key}={k.Value}"))}\n";
        File.AppendAllText("/tmp/ratio-measure.txt", text);
    }

    private static List<Person> Persons(int count) => [.. Enumerable.Range(0, count).Select(static number => new Person
    {
        FirstName = $"Ada{number}", LastName = $"Falk{number}", Email = $"ada{number}@example.com", Phone = $"+1415555{number:0000}", City = "Oslo",
        Job = "Engineer", Note = "n",
    })];
}

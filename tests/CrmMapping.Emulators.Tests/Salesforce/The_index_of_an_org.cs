using CrmMapping.Emulators.Salesforce;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class The_index_of_an_org
{
    private static readonly string[] Phones = ["'+1'", "'+2'", "'+3'", "''", "null"];

    private readonly ManualTime _time = new();

    [Fact]
    public void Leads_to_the_records_that_a_look_at_each_would_find()
    {
        for (var seed = 1L; seed <= 40; seed++)
        {
            var org = new SalesforceOrg(new SalesforceEmulatorOptions(), _time, new OutboundSender(TimeSpan.FromSeconds(1)));
            Fill(org, seed);
            for (var n = 0; n < 25; n++)
            {
                var condition = Condition(seed, n, depth: 0);
                var order = Seeded.Below(2, seed, n, 9) is 0 ? "Id" : "SystemModstamp, Id";
                var query = SoqlParser.Parse($"SELECT Id FROM Contact WHERE {condition} ORDER BY {order}");
                var holds = new ConditionBinder(org, org.Contacts.Type, query).Bind(query.Where).Holds;
                var found = SoqlRunner.Run(org, query, withDeleted: true).Rows.Select(row => row.Id);

                var looked = org.Contacts.All.Where(holds);
                looked = order is "Id" ? looked : looked.OrderBy(row => row.SystemModstamp).ThenBy(row => row.Id, StringComparer.Ordinal);
                found.Should().Equal(looked.Select(row => row.Id), "seed {0} asks {1} by {2}", seed, condition, order);
            }
        }
    }

    [Theory]
    [InlineData("SystemModstamp > 2026-11-02T15:00:10Z OR (SystemModstamp = 2026-11-02T15:00:10Z AND Id > '0035g0000000001')", typeof(Access.Span))]
    [InlineData("SystemModstamp >= 2026-11-02T15:00:10Z AND SystemModstamp < 2026-11-02T15:00:20Z AND IsDeleted = true", typeof(Access.Span))]
    [InlineData("Phone IN ('1', '2') OR MobilePhone = '1' OR Email = 'a@example.com'", typeof(Access.Union))]
    [InlineData("Email = 'a@example.com' AND SystemModstamp > 2026-11-02T15:00:10Z", typeof(Access.Having))]
    [InlineData("Id IN ('0035g0000000001')", typeof(Access.Ids))]
    [InlineData("Id > '0035g0000000001'", typeof(Access.FromId))]
    public void Is_used_by_those_who_poll_and_match(string condition, Type access)
    {
        var org = new SalesforceOrg(new SalesforceEmulatorOptions(), _time, new OutboundSender(TimeSpan.FromSeconds(1)));
        var query = SoqlParser.Parse($"SELECT Id FROM Contact WHERE {condition}");

        new ConditionBinder(org, org.Contacts.Type, query).Bind(query.Where).Access.Should().BeOfType(access);
    }

    private void Fill(SalesforceOrg org, long seed)
    {
        var contacts = new SalesforceRecords(org, org.Contacts);
        for (var n = 0; n < 30; n++)
        {
            contacts.Create([new("LastName", $"{n}"), new("Phone", Value(seed, n, 1)), new("MobilePhone", Value(seed, n, 2))]);
            if (Seeded.Below(3, seed, n, 3) is 0)
                _time.Advance(Duration.FromSeconds(1));
            if (Seeded.Below(4, seed, n, 4) is 0)
                contacts.Update(contacts.All[0].Id, "Phone", Value(seed, n, 5));
            if (Seeded.Below(8, seed, n, 6) is 0)
                contacts.Delete(contacts.All[^1].Id);
        }
    }

    private static string? Value(long seed, long n, int salt) => Seeded.Below(4, seed, n, salt) is > 0 and var phone ? $"+{phone}" : null;

    private string Condition(long seed, long n, int depth)
    {
        var salt = 100 + depth * 10;
        if (depth < 3 && Seeded.Below(2, seed, n, salt) is 0)
        {
            var (left, right) = (Condition(seed, n * 7 + 1, depth + 1), Condition(seed, n * 7 + 2, depth + 1));
            return Seeded.Below(5, seed, n, salt + 1) switch { 0 => $"(NOT ({left}))", 1 or 2 => $"({left} OR {right})", _ => $"({left} AND {right})" };
        }

        var symbol = new[] { "=", "!=", "<", ">", "<=", ">=" }[Seeded.Below(6, seed, n, salt + 2)];
        var moment = _time.GetCurrentInstant() - Duration.FromSeconds(Seeded.Below(12, seed, n, salt + 3));
        var id = SalesforceId.Create("003", Seeded.Below(32, seed, n, salt + 4));
        return Seeded.Below(6, seed, n, salt + 5) switch
        {
            0 => $"SystemModstamp {symbol} {SalesforceTime.ToFile(moment)}",
            1 => $"Id {symbol} '{id}'",
            2 => $"Phone IN ({Phones[Seeded.Below(5, seed, n, salt + 6)]}, {Phones[Seeded.Below(5, seed, n, salt + 7)]})",
            3 => $"MobilePhone NOT IN ({Phones[Seeded.Below(5, seed, n, salt + 6)]})",
            4 => $"Phone = {Phones[Seeded.Below(5, seed, n, salt + 6)]}",
            _ => $"Phone != {Phones[Seeded.Below(5, seed, n, salt + 6)]}",
        };
    }
}

using CrmMapping.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Gives every operation something to do on a host that is set up with a staff.</summary>
internal static class Chores
{
    // More than one batch of either side takes.
    private const int Many = 104;

    /// <summary>Makes work for an operation, of which a preview is made where one is to be carried out.</summary>
    /// <returns>What the operation is about; empty where that is everything.</returns>
    public static async Task<string> PrepareAsync(SyncHost host, string operation)
    {
        if (!operation.StartsWith(Operations.Applied, StringComparison.Ordinal))
        {
            return await PrepareAsync(host, Operations.KindOf(operation));
        }

        var kind = Operations.KindOf(operation[Operations.Applied.Length..]);
        await PrepareAsync(host, kind);
        return (await host.RunAsync(s => s.StartPreviewAsync(kind))).Id;
    }

    /// <summary>Makes work for an operation.</summary>
    /// <returns>What the operation is about; empty where that is everything.</returns>
    public static async Task<string> PrepareAsync(SyncHost host, OperationKind kind)
    {
        switch (kind)
        {
            case OperationKind.Push:
                await AddManyAsync(host);
                return "";
            case OperationKind.Pull:
                AddManyToCrm(host);
                return "";
            case OperationKind.SyncContact:
                return await host.AddAsync("ada@example.com", "Ada");
            case OperationKind.SyncChanges:
                await host.PullAsync();
                await AddManyAsync(host);
                host.AddToCrm("ada@example.com", "Ada");
                return "";
            case OperationKind.SyncUsers:
                host.Crm.Owners.Add(Operators.Email, "Olga", "Operator");
                return "";
            case OperationKind.ImportList or OperationKind.ResolveAudience:
                return host.Crm.Lists.Add("Callers", AddManyToCrm(host));
            case OperationKind.Backfill:
                await DriftAsync(host);
                return nameof(Person.Street);
            case OperationKind.ReevaluateCalls:
                await LogManyCallsAsync(host);
                return "";
            case OperationKind.ApplyPreview:
                AddManyToCrm(host);
                return (await host.RunAsync(static s => s.StartPreviewAsync(OperationKind.Pull))).Id;
            default:
                return "";
        }
    }

    // Streets go to the CRM alone: what somebody wrote there drifted and was left.
    private static async Task DriftAsync(SyncHost host)
    {
        var ids = AddManyToCrm(host);
        await host.PullAsync();
        await foreach (var contact in host.Contacts.ListAsync())
        {
            await host.Contacts.UpdateAsync(contact.Id, static p => p.Street = "Here 1");
        }

        await host.SyncToRestAsync();
        ids.ForEach(id => host.Crm.Contacts.Update(id, "address", "There 2"));
        await host.SyncToRestAsync();
    }

    // Logged as connected, by rules that say otherwise since.
    private static async Task LogManyCallsAsync(SyncHost host)
    {
        AddManyToCrm(host);
        await host.PullAsync();
        await host.Services.GetRequiredService<ICrmCalls>().AcceptAsync(StaffPhones.Name, [.. Enumerable.Range(0, Many).Select(n => new PhoneCall
        {
            Id = $"{n}",
            Direction = CallDirection.Outbound,
            StartedAt = host.Now,
            AnsweredAt = host.Now,
            EndedAt = host.Now,
            ToldAt = host.Now,
            ContactNumber = $"+1415555{n:0000}",
        })]);
        var store = host.Services.GetRequiredService<IActivityStore>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await store.ReadPendingActivitiesAsync("HubSpot", host.Now, 1, patience.Token)).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }

        var rules = host.Services.GetRequiredService<ICallOutcomeRules>();
        var draft = (await rules.ReadAsync("HubSpot")).Rules.Edit();
        draft.SetDefault(CallSituation.OutboundAnswered, draft.OutcomeChoices().Single(outcome => outcome.Label == "No answer").Id);
        (await rules.SaveAsync("HubSpot", draft, "an admin")).IsSaved.Should().BeTrue();
    }

    private static Task<long> AddManyAsync(SyncHost host) => host.Contacts.AddRangeAsync(Enumerable.Range(0, Many).Select(
        static n => new Person { Email = $"p{n:000}@example.com", FirstName = "F", Phone = $"+1415555{n:0000}" }));

    private static List<string> AddManyToCrm(SyncHost host) =>
        [.. Enumerable.Range(0, Many).Select(n => host.AddToCrm($"p{n:000}@example.com", "F", $"+1415555{n:0000}").Id)];
}

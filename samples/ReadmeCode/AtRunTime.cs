using CrmMapping;
using CrmMapping.Emulators;
using CrmMapping.Outcomes;
using NodaTime;

namespace ReadmeCode;

internal static class AtRunTime
{
    public static async Task Use(ICrmConnections connections, string contactId, CancellationToken cancellationToken)
    {
        // <readme:run-time>
        var hubSpot = await connections.GetAsync("HubSpot", cancellationToken);

        await foreach (var contact in hubSpot.PreviewAsync(OperationKind.Pull, cancellationToken))
        {
            Console.WriteLine(contact);                                            // what would be written, as a diff
        }

        var pull = await hubSpot.PullAsync(cancellationToken);                     // goes on in the background, survives a crash
        var done = await pull.WaitAsync(cancellationToken: cancellationToken);
        Console.WriteLine(done.Counts.CreatedLocal);

        await hubSpot.NoticeLocalChangeAsync(contactId, cancellationToken);        // where the repository has no change feed
        var issues = await hubSpot.FindIssuesAsync(cancellationToken: cancellationToken);
        // </readme>
        Console.WriteLine(issues.Count);
    }

    public static async Task Operate(ICrmSync hubSpot, CancellationToken cancellationToken)
    {
        // <readme:operations>
        var preview = await hubSpot.StartPreviewAsync(OperationKind.Pull, cancellationToken: cancellationToken);
        var shown = await preview.WaitAsync(new Progress<OperationRecord>(run => Console.WriteLine(run.Progress)), cancellationToken);
        await foreach (var line in preview.ReadLinesAsync(cancellationToken))
        {
            Console.WriteLine(line.Text);                                          // each contact of which there is something to say
        }

        Console.WriteLine($"{shown.Counts.CreatedLocal:N0} to create, about {shown.PredictedRequests:N0} requests");
        var applied = await hubSpot.ApplyPreviewAsync(shown.Id, cancellationToken);    // that, and nothing else
        await applied.PauseAsync(cancellationToken);                               // after the batch it is at; ResumeAsync goes on there
        // </readme>
    }

    public static async Task Save(ICrmSync hubSpot, CancellationToken cancellationToken)
    {
        // <readme:save>
        var draft = (await hubSpot.GetMappingAsync(cancellationToken: cancellationToken)).Edit();   // code's map, what was saved, the account's fields
        draft.Add("Notes", "notes_of_support", SyncDirection.FromCrm);
        var result = await hubSpot.SaveMappingAsync(draft, "ada@acme.example", "Support asked for it.", cancellationToken);
        Console.WriteLine(result);                                                 // saved as version 2; or who saved first; or every refusal

        await hubSpot.BackfillAsync("Notes", cancellationToken);                   // brings the field to the contacts that are there already

        foreach (var saved in await hubSpot.ReadMappingHistoryAsync(cancellationToken: cancellationToken))
        {
            Console.WriteLine($"{saved.Version} {saved.SavedAt} {saved.SavedBy} {saved.Comment}");
        }

        var first = await hubSpot.GetMappingVersionAsync(1, cancellationToken: cancellationToken);   // 0 is the map as code ships it
        Console.WriteLine(MappingDiff.Between(first, draft.Build()));              // + Notes ← notes_of_support
        await hubSpot.RestoreMappingAsync(1, "ada@acme.example", cancellationToken: cancellationToken);   // version 1 once more, as version 3
        // </readme>
    }

    public static async Task Calls(ICallOutcomeRules outcomes, ICrmSync hubSpot, CancellationToken cancellationToken)
    {
        // <readme:outcome-rules>
        var rules = (await outcomes.ReadAsync("HubSpot", cancellationToken)).Rules;    // ICallOutcomeRules
        var draft = rules.Edit();
        draft.AddRule(tag: 678, outcome: "73a0d17f-1163-4015-bdd5-ec830791da20");
        draft.SetDefault(CallSituation.InboundMissed, null);
        Console.WriteLine(draft.Changes);
        Console.WriteLine(await outcomes.SaveAsync("HubSpot", draft, "ada@acme.example", cancellationToken: cancellationToken));
        // </readme>

        // <readme:reevaluate>
        var reevaluation = await hubSpot.StartPreviewAsync(OperationKind.ReevaluateCalls, cancellationToken: cancellationToken);
        await reevaluation.WaitAsync(cancellationToken: cancellationToken);
        await hubSpot.ApplyPreviewAsync(reevaluation.Record.Id, cancellationToken);
        // </readme>
    }

    public static async Task Connect(ICrmConnections connections, string refreshToken, string newToken, CancellationToken cancellationToken)
    {
        // <readme:connect>
        var created = await connections.CreateAsync(
            new Connection { Name = "Acme", Kind = "HubSpot", Tenant = "acme" },
            new CrmCredentials { RefreshToken = refreshToken }, "ada@acme.example", cancellationToken);
        Console.WriteLine(created);                                                // saved as version 1; or every mistake, a line each

        var acme = await connections.GetAsync("Acme", cancellationToken);
        var settings = acme.Connection.Settings with { ContactCreation = SyncFlow.BothWays, DefaultPhoneRegion = "US" };
        await acme.SaveSettingsAsync(acme.Connection with { Settings = settings }, "ada@acme.example", cancellationToken);

        await acme.PauseAsync("ada@acme.example", cancellationToken);              // what happens meanwhile is kept
        await acme.ResumeAsync("ada@acme.example", cancellationToken);             // and made up for
        await acme.DisconnectAsync("ada@acme.example", cancellationToken);         // forgets the credentials; links and edits stay
        await acme.ReconnectAsync(new CrmCredentials { RefreshToken = newToken }, "ada@acme.example", cancellationToken);
        // </readme>
    }

    public static async Task<bool> Emulate(IClock clock)
    {
        // <readme:emulator>
        await using var hubSpot = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions { Clock = clock });
        var ada = hubSpot.Contacts.Create([new("email", "ada@example.com"), new("firstname", "Ada")]);   // as a person would
        hubSpot.Faults.Next(FaultKind.LostAnswer, "/batch/create");                                      // a yes that is lost

        // point your client at hubSpot.BaseAddress with the token hubSpot.AccessToken, then look:
        var name = hubSpot.Contacts.Find(ada.Id)!["firstname"];
        var creates = hubSpot.Requests.CountOf("contacts.batch.create");
        // </readme>
        return name is "Ada" && creates is 0;
    }
}

using CrmMapping;

namespace QuickStart;

/// <summary>Plays an admin who changes the map while it runs: is refused what is fixed, adds a mapping, saves it, applies it, pairs users.</summary>
internal sealed class AdminDay(ICrmSync sync, EmulatorProcess emulator, Runner runner, Screen screen)
{
    private const string Admin = "admin@example.com";
    private const string Local = nameof(Contact.Tier);
    private const int Shown = 3;

    private readonly SampleCrm _crm = emulator.Crm;

    public async Task PlayAsync(CancellationToken stop)
    {
        await emulator.Admin.AddPropertyAsync(_crm.NewField, "Customer tier", stop);
        foreach (var (email, firstName, lastName) in Team.Owners)
        {
            await emulator.Admin.AddOwnerAsync(email, firstName, lastName, stop);
        }

        await EditAsync(stop);
        await BackfillAsync(stop);
        await PairUsersAsync(stop);
    }

    private async Task EditAsync(CancellationToken stop)
    {
        screen.Title($"An admin edits the map: the account has a new property '{_crm.NewField}', and the application knows each contact's {Local}");
        var draft = (await sync.GetMappingAsync(cancellationToken: stop)).Edit();
        Try($"re-point Email to {_crm.NewField}", draft.Retarget(nameof(Contact.Email), _crm.NewField));
        Try("write Tier to the property that City has", draft.Add(Local, _crm.Fields[nameof(Contact.City)], SyncDirection.ToCrm));
        Try($"map {Local} → {_crm.NewField}", draft.Add(Local, _crm.NewField, SyncDirection.ToCrm));
        var saved = await sync.SaveMappingAsync(draft, Admin, "Sales asked for it", stop);
        if (!saved.IsSaved)
        {
            throw new RunFailedException($"The map was not saved: {saved}");
        }

        screen.Line($"  saved by {Admin} as version {saved.Saved!.Version}:");
        screen.PlanLine($"    {draft.Changes}");
    }

    private void Try(string what, EditResult result)
    {
        screen.Line($"  {(result.IsAccepted ? "✓" : "✗")} {what}");
        if (result.Refusal is { } refusal)
        {
            screen.Paragraph(6, refusal.Message);
        }
    }

    // What is saved holds for what changes from now on. The contacts that are there get it by a run of its own, seen before it writes.
    private async Task BackfillAsync(CancellationToken stop)
    {
        screen.Title("Apply it to the contacts that are there: a preview first, then just that");
        var preview = await sync.StartPreviewAsync(OperationKind.Backfill, Local, stop);
        var planned = await runner.FinishAsync(preview, "planning", null, stop);
        await ShowAsync(preview, stop);
        screen.Line($"  {Plural.Of(planned.UpdatedCrm, "contact")} to write in the CRM. A look at all of them and these writes take {Plural.Of(preview.Record.PredictedRequests ?? 0, "request")}.");
        var applying = await sync.ApplyPreviewAsync(preview.Id, stop);
        var applied = await runner.FinishAsync(applying, "applying", planned.Contacts, stop);
        screen.Line($"  {Plural.Of(applied.UpdatedCrm, "contact")} written with {Plural.Of(applying.Record.Requests, "request")}: the preview knew which.");
    }

    private async Task ShowAsync(OperationRun preview, CancellationToken stop)
    {
        var shown = 0;
        await foreach (var line in preview.ReadLinesAsync(stop))
        {
            if (line.Text.Contains('⇒', StringComparison.Ordinal) && shown++ < Shown)
            {
                Array.ForEach(line.Text.Split('\n'), part => screen.PlanLine($"  {part}"));
            }
        }
    }

    private async Task PairUsersAsync(CancellationToken stop)
    {
        screen.Title("Sync users");
        var run = await sync.SyncUsersAsync(stop);
        await runner.FinishAsync(run, "pairing", null, stop);
        await foreach (var line in run.ReadLinesAsync(stop))
        {
            screen.Line($"  {(line.Kind == OperationLineKind.Unpaired ? "✗" : "✓")} {line.Subject}: {line.Text}");
        }

        var choices = await sync.AssignableOwnersAsync(stop);
        screen.Line($"  A contact's owner may be one of: {string.Join(", ", choices.Select(choice => choice.Label))}.");
    }
}

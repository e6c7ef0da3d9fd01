using CrmMapping;
using CrmMapping.Sqlite;

namespace QuickStart;

/// <summary>Plays a day of several teams: of every twenty contacts one is edited here, one in each CRM, and one everywhere at once.</summary>
internal sealed class TogetherScript(SqliteContacts<Contact> contacts, ISyncStore store, IReadOnlyList<EmulatorProcess> emulators)
{
    private const int OneIn = 20;
    private const int PageSize = 1000;

    public async Task<TogetherEdits> PlayAsync(CancellationToken stop)
    {
        var numbers = await NumberAsync(stop);
        var here = numbers.Where(static contact => contact.Value % OneIn == 0).Select(static contact => contact.Key).ToList();
        var everywhere = numbers.Where(static contact => contact.Value % OneIn == 1).Select(static contact => contact.Key).ToHashSet();
        await EditHereAsync(here, static contact => contact.City = "Trondheim", stop);
        await EditHereAsync(everywhere, static contact => contact.LastName = "Rivera (here)", stop);
        var inCrms = 0L;
        for (var index = 0; index < emulators.Count; index++)
        {
            inCrms += await EditInCrmAsync(emulators[index], contact => numbers[contact] % OneIn == index + 2, everywhere.Contains, stop);
        }

        return new TogetherEdits(here.Count, inCrms, everywhere.Count);
    }

    private async Task<Dictionary<string, int>> NumberAsync(CancellationToken stop)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var contact in contacts.ListAsync(cancellationToken: stop))
        {
            numbers.Add(contact.Id, numbers.Count);
        }

        return numbers;
    }

    private async Task EditHereAsync(IEnumerable<string> ids, Action<Contact> change, CancellationToken stop)
    {
        foreach (var id in ids)
        {
            await contacts.UpdateAsync(id, change, cancellationToken: stop);
        }
    }

    private async Task<long> EditInCrmAsync(
        EmulatorProcess emulator, Func<string, bool> isOwn, Func<string, bool> isEverybodys, CancellationToken stop)
    {
        var crm = emulator.Crm;
        var edited = 0L;
        string? after = null;
        while (await store.ReadLinkPageAsync(crm.Name, after, PageSize, stop) is { Count: > 0 } links)
        {
            var own = links.Where(link => isOwn(link.LocalId)).ToList();
            List<CrmEdit> edits =
            [
                .. own.Select(link => new CrmEdit(link.CrmId, crm.Fields[nameof(Contact.JobTitle)], $"Welder ({crm.Name})")),
                .. links.Where(link => isEverybodys(link.LocalId))
                    .Select(link => new CrmEdit(link.CrmId, crm.Fields[nameof(Contact.LastName)], $"Rivera ({crm.Name})")),
            ];
            if (edits.Count > 0)
            {
                await emulator.Admin.EditAsync(edits, stop);
            }

            edited += own.Count;
            after = links[^1].LocalId;
        }

        return edited;
    }
}

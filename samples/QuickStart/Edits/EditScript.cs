using CrmMapping;
using CrmMapping.Sqlite;

namespace QuickStart;

/// <summary>Plays a day of two teams: of every twenty contacts one is edited here, one in the CRM, and one on both sides.</summary>
/// <remarks>The same seed makes the same edits.</remarks>
internal sealed class EditScript(SqliteContacts<Contact> contacts, ISyncStore store, SampleCrm crm, EmulatorAdmin account)
{
    private const int OneIn = 20;
    private const int PageSize = 1000;
    private const int NewOnEachSide = 3;
    private const int Seed = 7;
    private const string Gold = "Gold";

    private static readonly string[] Cities = ["Aarhus", "Bergen", "Coimbra", "Dunedin", "Esbjerg", "Ferrara"];

    private static readonly string[] Jobs = ["Archivist", "Buyer", "Controller", "Dispatcher", "Editor", "Fitter"];

    private readonly Random _random = new(Seed);

    /// <summary>Edits both sides, page by page.</summary>
    public async Task<EditCounts> PlayAsync(CancellationToken stop)
    {
        var counts = new EditCounts();
        string? after = null;
        var number = 0;
        while (await store.ReadLinkPageAsync(crm.Name, after, PageSize, stop) is { Count: > 0 } links)
        {
            var round = new EditRound();
            foreach (var link in links)
            {
                Draw(round, number++, link);
            }

            await PlayAsync(round, stop);
            counts.Add(round);
            after = links[^1].LocalId;
        }

        await AddContactsAsync(counts, stop);
        return counts;
    }

    private void Draw(EditRound round, int number, ContactLink link)
    {
        var (city, job) = (Pick(Cities), Pick(Jobs));
        switch (number % OneIn)
        {
            case 1:
                round.Local(link.LocalId, contact => (contact.City, contact.MobilePhone, contact.Tier) = (city, null, Gold));
                break;
            case 2:
                round.Crm(link.CrmId, nameof(Contact.JobTitle), job);
                break;
            case 3:
                DrawConflict(round, link, job);
                break;
        }
    }

    // One kind of conflict for each policy of the map; for 'latest wins' either side may have been the later.
    private void DrawConflict(EditRound round, ContactLink link, string word)
    {
        var (here, there) = ($"{word} (here)", $"{word} (CRM)");
        switch (_random.Next(4))
        {
            case 0:
                round.Both(link, contact => contact.LastName = here, nameof(Contact.LastName), there);
                break;
            case 1:
                round.Both(link, contact => contact.JobTitle = here, nameof(Contact.JobTitle), there);
                break;
            case 2:
                round.Both(link, contact => contact.Company = here, nameof(Contact.Company), there);
                break;
            default:
                round.BothLaterHere(link, contact => contact.Company = here, nameof(Contact.Company), there);
                break;
        }
    }

    private async Task PlayAsync(EditRound round, CancellationToken stop)
    {
        await EditHereAsync(round.First, stop);
        if (round.InCrm.Count > 0)
        {
            await account.EditAsync(round.InCrm.Select(edit => edit with { Property = crm.Fields[edit.Property] }), stop);
        }

        await EditHereAsync(round.Last, stop);
    }

    private async Task EditHereAsync(IEnumerable<LocalEdit> edits, CancellationToken stop)
    {
        foreach (var edit in edits)
        {
            await contacts.UpdateAsync(edit.Id, edit.Change, cancellationToken: stop);
        }
    }

    private async Task AddContactsAsync(EditCounts counts, CancellationToken stop)
    {
        var numbers = Enumerable.Range(1, NewOnEachSide);
        await contacts.AddRangeAsync(
            numbers.Select(n => new Contact { FirstName = "Nell", LastName = $"Newhere {n}", Email = $"nell.newhere.{n}@example.com" }),
            cancellationToken: stop);
        await account.CreateAsync(
            numbers.Select(n => crm.ToCrm(
            [
                new(nameof(Contact.FirstName), "Cora"), new(nameof(Contact.LastName), $"Crmborn {n}"), new(nameof(Contact.Email), $"cora.crmborn.{n}@example.com"),
            ])),
            stop);
        counts.New = NewOnEachSide;
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}

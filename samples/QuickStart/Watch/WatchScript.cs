using CrmMapping;
using CrmMapping.Sqlite;

namespace QuickStart;

/// <summary>Plays a few edits, one every two seconds, so that there is something to see without a second terminal.</summary>
internal sealed class WatchScript(IReadOnlyList<ContactLink> links, SqliteContacts<Contact> contacts, ICrmSync sync, EmulatorProcess emulator)
{
    public const int Edits = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static readonly string[] Cities = ["Gdynia", "Haarlem", "Ibiza", "Jelgava", "Kiruna", "Leuven", "Malmö", "Narvik"];

    public async Task PlayAsync(CancellationToken stop)
    {
        for (var number = 0; number < links.Count; number++)
        {
            await Task.Delay(Pause, stop);
            await (number % 2 == 0 ? EditInCrmAsync(links[number], Cities[number], stop) : EditHereAsync(links[number], Cities[number], stop));
        }
    }

    private Task EditInCrmAsync(ContactLink link, string city, CancellationToken stop) =>
        emulator.Admin.EditAsync([new CrmEdit(link.CrmId, emulator.Crm.Fields[nameof(Contact.City)], city)], stop);

    private async Task EditHereAsync(ContactLink link, string city, CancellationToken stop)
    {
        await contacts.UpdateAsync(link.LocalId, contact => contact.City = city, cancellationToken: stop);
        await sync.NoticeLocalChangeAsync(link.LocalId, stop);
    }
}

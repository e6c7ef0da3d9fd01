using CrmMapping.Emulators;

namespace QuickStart;

/// <summary>Fills the account. What it refuses goes in without the value, and is told.</summary>
internal sealed class ContactLoader(HubSpotContacts account, Action<EmulatorMessage> say)
{
    public static IEnumerable<ContactRow> Invented(int count) => SampleContacts.Generate(count)
        .Select((person, index) => new ContactRow(index + 1, person.ToHubSpotProperties(), null));

    public void Load(ContactRow row)
    {
        if (row.Damage is { } damage)
        {
            Tell(row, "row damaged, read as far as it goes", damage);
        }

        if (row.Values.Count == 0)
        {
            Tell(row, "row left out", "no known column holds a value");
            return;
        }

        if (TryCreate(row.Values) is { } reason && !LoadWithoutEmail(row))
        {
            Tell(row, "row left out", reason);
        }
    }

    private bool LoadWithoutEmail(ContactRow row)
    {
        if (!row.Values.TryGetValue("email", out var email))
        {
            return false;
        }

        var rest = row.Values.Where(pair => pair.Key != "email").ToDictionary();
        if (rest.Count == 0 || TryCreate(rest) is not null)
        {
            return false;
        }

        var isTaken = account.FindByEmail(email!) is not null;
        Tell(row, isTaken ? "e-mail left out: another contact has it" : "e-mail left out: no address", email!);
        return true;
    }

    private string? TryCreate(IReadOnlyDictionary<string, string?> values)
    {
        try
        {
            account.CreateMany([values]);
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return refused.Message;
        }
    }

    private void Tell(ContactRow row, string cause, string message) => say(new EmulatorMessage.Trouble(row.Row, cause, message));
}

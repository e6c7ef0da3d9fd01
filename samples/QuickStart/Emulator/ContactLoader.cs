using CrmMapping.Emulators;

namespace QuickStart;

/// <summary>Fills the account. What it refuses goes in without the value, and is told.</summary>
internal sealed class ContactLoader(HubSpotContacts account, Action<EmulatorMessage> say)
{
    // The most that HubSpot takes for a property.
    private const int MostCharacters = 65_536;

    public static IEnumerable<ContactRow> Invented(int count) => SampleContacts.Generate(count)
        .Select((person, index) => new ContactRow(index + 1, person.ToHubSpotProperties(), null));

    public void Load(ContactRow row)
    {
        if (row.Damage is { } damage)
        {
            Tell(row, "row damaged, read as far as it goes", damage);
        }

        var values = WithoutTooLong(row);
        if (values.Count == 0)
        {
            Tell(row, "row left out", "no known column holds a value");
            return;
        }

        if (TryCreate(values) is { } reason && !LoadWithoutEmail(row, values))
        {
            Tell(row, "row left out", reason);
        }
    }

    private IReadOnlyDictionary<string, string?> WithoutTooLong(ContactRow row)
    {
        var tooLong = row.Values.Where(pair => pair.Value is { Length: > MostCharacters }).ToList();
        foreach (var (property, value) in tooLong)
        {
            Tell(row, $"value left out: longer than {MostCharacters:N0} characters", $"{property} of {value!.Length:N0}");
        }

        return tooLong.Count == 0 ? row.Values : row.Values.Except(tooLong).ToDictionary();
    }

    private bool LoadWithoutEmail(ContactRow row, IReadOnlyDictionary<string, string?> values)
    {
        if (!values.TryGetValue("email", out var email))
        {
            return false;
        }

        var rest = values.Where(pair => pair.Key != "email").ToDictionary();
        if (rest.Count > 0 && TryCreate(rest) is not null)
        {
            return false;
        }

        var why = account.FindByEmail(email!) is null ? "no address" : "another contact has it";
        Tell(row, rest.Count > 0 ? $"e-mail left out: {why}" : $"row left out, which is an e-mail alone: {why}", email!);
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

using CrmMapping.Emulators;

namespace QuickStart;

/// <summary>Fills the account. What it refuses goes in without the value, and is told.</summary>
internal sealed class ContactLoader(SampleCrm crm, EmulatedAccount account, Action<EmulatorMessage> say)
{
    private static readonly string Email = nameof(Contact.Email);

    public static IEnumerable<ContactRow> Invented(int count) => SampleContacts.Generate(count)
        .Select((person, index) => new ContactRow(index + 1, ValuesOf(person), null));

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

    private static Dictionary<string, string?> ValuesOf(SampleContact person) => new List<KeyValuePair<string, string?>>
    {
        new(nameof(Contact.FirstName), person.FirstName),
        new(nameof(Contact.LastName), person.LastName),
        new(nameof(Contact.Email), person.Email),
        new(nameof(Contact.Phone), person.Phone),
        new(nameof(Contact.MobilePhone), person.MobilePhone),
        new(nameof(Contact.Company), person.Company),
        new(nameof(Contact.JobTitle), person.JobTitle),
        new(nameof(Contact.Address), person.Address),
        new(nameof(Contact.City), person.City),
        new(nameof(Contact.State), person.State),
        new(nameof(Contact.Zip), person.Zip),
        new(nameof(Contact.Country), person.Country),
    }.Where(static value => value.Value is not null).ToDictionary(StringComparer.Ordinal);

    private IReadOnlyDictionary<string, string?> WithoutTooLong(ContactRow row)
    {
        var tooLong = row.Values.Where(pair => pair.Value?.Length > account.MostCharacters).ToList();
        foreach (var (property, value) in tooLong)
        {
            Tell(row, $"value left out: longer than {account.MostCharacters:N0} characters", $"{crm.Fields[property]} of {value!.Length:N0}");
        }

        return tooLong.Count == 0 ? row.Values : row.Values.Except(tooLong).ToDictionary();
    }

    private bool LoadWithoutEmail(ContactRow row, IReadOnlyDictionary<string, string?> values)
    {
        if (!values.TryGetValue(Email, out var email))
        {
            return false;
        }

        var rest = values.Where(pair => pair.Key != Email).ToDictionary();
        if (rest.Count > 0 && TryCreate(rest) is not null)
        {
            return false;
        }

        var why = account.HasEmail(email!) ? "another contact has it" : "no address";
        Tell(row, rest.Count > 0 ? $"e-mail left out: {why}" : $"row left out, which is an e-mail alone: {why}", email!);
        return true;
    }

    private string? TryCreate(IReadOnlyDictionary<string, string?> values)
    {
        try
        {
            account.Create(crm.ToCrm(values));
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return refused.Message;
        }
    }

    private void Tell(ContactRow row, string cause, string message) => say(new EmulatorMessage.Trouble(row.Row, cause, message));
}

namespace CrmMapping.Sqlite;

/// <summary>Says by which properties contacts are found when they are matched with CRM records.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <remarks>
/// Say every property that a map uses as phone number or e-mail; a contact that is not found by one is created a second time. Numbers may
/// be written in any way: they are found by their last digits, and compared in full by the core.
/// </remarks>
public sealed class SqliteContactKeys<TContact>
    where TContact : class, new()
{
    private readonly List<Func<TContact, string?>> _phones = [];
    private readonly List<Func<TContact, string?>> _emails = [];

    internal bool IsEmpty => _phones.Count + _emails.Count == 0;

    /// <summary>Adds a property that holds a phone number.</summary>
    /// <param name="phone">Gives the number; null or blank when the contact has none.</param>
    /// <returns>The same keys.</returns>
    public SqliteContactKeys<TContact> Phone(Func<TContact, string?> phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        _phones.Add(phone);
        return this;
    }

    /// <summary>Adds a property that holds an e-mail address.</summary>
    /// <param name="email">Gives the address; null or blank when the contact has none.</param>
    /// <returns>The same keys.</returns>
    public SqliteContactKeys<TContact> Email(Func<TContact, string?> email)
    {
        ArgumentNullException.ThrowIfNull(email);
        _emails.Add(email);
        return this;
    }

    internal static IEnumerable<string> ToLookUp(MatchKey key) =>
        key.Kind == MatchKeyKind.Phone ? PhoneDigits.ToLookUp(key.Value) : [Folded(key.Value)];

    internal HashSet<MatchKey> Of(TContact contact)
    {
        var phones = _phones.SelectMany(phone => PhoneDigits.ToKeep(phone(contact)));
        var emails = _emails.Select(email => email(contact)).Where(email => !string.IsNullOrWhiteSpace(email));
        return
        [
            .. phones.Select(phone => new MatchKey(MatchKeyKind.Phone, phone)),
            .. emails.Select(email => new MatchKey(MatchKeyKind.Email, Folded(email!))),
        ];
    }

    private static string Folded(string email) => email.Trim().ToLowerInvariant();
}

namespace QuickStart;

/// <summary>Holds an account that is served by this process.</summary>
internal abstract class EmulatedAccount : IAsyncDisposable
{
    public abstract Uri Address { get; }

    public abstract string Token { get; }

    public abstract string WebhookSecret { get; }

    public abstract int Count { get; }

    /// <summary>Gets the most characters that the CRM takes for a field.</summary>
    public abstract int MostCharacters { get; }

    /// <summary>Puts a contact into the account.</summary>
    /// <exception cref="InvalidOperationException">The account refuses it; the message says why.</exception>
    public abstract void Create(IReadOnlyDictionary<string, string?> values);

    /// <summary>Tells whether a contact has an e-mail address.</summary>
    public abstract bool HasEmail(string email);

    public abstract ValueTask DisposeAsync();
}

namespace CrmMapping;

/// <summary>Connects the engine to one kind of telephony, whose calls it logs. The way in for authors of telephony adapters.</summary>
/// <remarks>One instance serves every account of its kind, from many threads at once.</remarks>
public interface ITelephonyAdapter
{
    /// <summary>Gets the telephony's name as people know it; accounts refer to it.</summary>
    string Kind { get; }

    /// <summary>Opens one account. Makes no request yet.</summary>
    /// <param name="account">The account.</param>
    /// <param name="credentials">What opens it.</param>
    /// <returns>What talks to it; the account's budget of requests outlives it.</returns>
    ITelephonySession Open(TelephonyAccount account, TelephonyCredentials credentials);
}

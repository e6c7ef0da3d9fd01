namespace CrmMapping;

/// <summary>Holds when the two sides of a field changed.</summary>
/// <param name="Local">The local side's time.</param>
/// <param name="Crm">The CRM's time.</param>
public readonly record struct FieldEvidence(ChangeTime Local, ChangeTime Crm)
{
    /// <summary>Gets whether the local change is proved to be later than the CRM's.</summary>
    /// <remarks>
    /// A record's time is an upper bound of the field's: a field's time beats it only by being later. Two bounds prove nothing
    /// about each other.
    /// </remarks>
    public bool ProvesLocalIsLater =>
        Local.Certainty == TimeCertainty.Field && Crm.Certainty != TimeCertainty.None && Local.At > Crm.At;

    /// <summary>Gets whether the CRM's change is proved to be later than the local one.</summary>
    public bool ProvesCrmIsLater =>
        Crm.Certainty == TimeCertainty.Field && Local.Certainty != TimeCertainty.None && Crm.At > Local.At;

    /// <summary>Gets whether the times decide who was later, either way.</summary>
    public bool Decides => ProvesLocalIsLater || ProvesCrmIsLater;
}

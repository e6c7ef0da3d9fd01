namespace CrmMapping;

/// <summary>Pairs a user of the host with an owner of the CRM.</summary>
/// <param name="UserId">The host's user.</param>
/// <param name="OwnerId">The CRM's owner.</param>
public sealed record OwnerPair(string UserId, string OwnerId)
{
    /// <summary>Gets the owner's e-mail address, which stands for the owner in a text property; null where it is not known.</summary>
    public string? OwnerEmail { get; init; }

    /// <summary>Gets the owner's name, by which a person may have written the owner into a text property; null where it is not known.</summary>
    public string? OwnerName { get; init; }

    internal bool IsOfSame(OwnerPair other) => (UserId, OwnerId) == (other.UserId, other.OwnerId);
}

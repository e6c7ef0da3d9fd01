namespace CrmMapping;

/// <summary>Pairs a user of the host with an owner of the CRM.</summary>
/// <param name="UserId">The host's user.</param>
/// <param name="OwnerId">The CRM's owner.</param>
public sealed record OwnerPair(string UserId, string OwnerId);

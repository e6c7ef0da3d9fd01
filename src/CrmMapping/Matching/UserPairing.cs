namespace CrmMapping;

/// <summary>Holds the pairs of users and owners that were found, and a sentence about the others.</summary>
internal sealed record UserPairing(IReadOnlyList<OwnerPair> Pairs, string Report);

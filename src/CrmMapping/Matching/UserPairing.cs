namespace CrmMapping;

/// <summary>Holds the pairs of users and owners that were found, and a line about each pair and each who has none.</summary>
internal sealed record UserPairing(IReadOnlyList<OwnerPair> Pairs, IReadOnlyList<OperationLine> Lines)
{
    public string Summary =>
        $"{Pairs.Count} paired: {Count(OperationLineKind.Paired)} added, {Count(OperationLineKind.Kept)} kept; "
        + $"{Count(OperationLineKind.Removed)} removed; {Lines.Count(static line => line is { Kind: OperationLineKind.Unpaired, LocalId: not null })} users "
        + $"and {Lines.Count(static line => line is { Kind: OperationLineKind.Unpaired, CrmId: not null })} owners without a counterpart.";

    private int Count(OperationLineKind kind) => Lines.Count(line => line.Kind == kind);
}

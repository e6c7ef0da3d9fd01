namespace CrmMapping;

/// <summary>Says who won a conflict, why, and on what evidence.</summary>
/// <param name="Winner">Who won.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">The times that were known.</param>
public readonly record struct ConflictDecision(ConflictWinner Winner, ConflictReason Reason, FieldEvidence Evidence);

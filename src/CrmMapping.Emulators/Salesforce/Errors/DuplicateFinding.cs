namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds what a duplicate rule says of a record: which ones it looks like.</summary>
internal sealed record DuplicateFinding(SalesforceDuplicateRule Rule, string EntityType, IReadOnlyList<SObject> Matches);

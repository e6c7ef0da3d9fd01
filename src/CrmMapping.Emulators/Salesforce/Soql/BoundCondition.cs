namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds a condition whose names were found: the test, and the records it can be true of.</summary>
internal sealed record BoundCondition(Func<SObject, bool> Holds, Access Access)
{
    public static BoundCondition Always { get; } = new(static _ => true, Access.Everything);
}

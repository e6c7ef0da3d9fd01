namespace CrmMapping.Outcomes;

/// <summary>Knows every situation.</summary>
internal static class CallSituations
{
    public static IReadOnlyList<CallSituation> All { get; } = Enum.GetValues<CallSituation>();
}

namespace CrmMapping;

/// <summary>Looks fields up among refusals.</summary>
internal static class FieldRefusals
{
    public static bool ContainsField(this ReadOnlySpan<FieldRefusal> refusals, string field)
    {
        foreach (var refusal in refusals)
        {
            if (refusal.Field == field)
            {
                return true;
            }
        }

        return false;
    }
}

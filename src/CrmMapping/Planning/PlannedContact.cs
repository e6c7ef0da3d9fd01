namespace CrmMapping;

/// <summary>Makes the host's contact as it will be once planned writes are carried out, to evaluate conditions on.</summary>
internal static class PlannedContact
{
    public static object Of(CompiledMap map, object? contact, IEnumerable<FieldDecision> decisions)
    {
        var planned = contact is null ? map.Access.New() : map.Access.Clone(contact);
        var patch = new RecordBuffer(map.Count);
        foreach (var decision in decisions)
        {
            if (decision.Written == SyncSide.Local)
            {
                patch.Set(decision.Ordinal, decision.NewValue);
            }
        }

        map.Access.Apply(planned, patch);
        return planned;
    }
}

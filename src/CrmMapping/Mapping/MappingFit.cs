namespace CrmMapping;

/// <summary>Tells whether a mapping's two fields can be kept together in every direction that it runs.</summary>
internal static class MappingFit
{
    public static IEnumerable<MappingMistake> Check(string map, FieldMapping mapping)
    {
        if (mapping.Direction.GoesToCrm && mapping.Crm.IsReadOnly)
        {
            yield return Mistakes.CrmFieldIsReadOnly(map, mapping);
        }

        if (mapping.Direction.GoesFromCrm && mapping.Local.IsReadOnly)
        {
            yield return Mistakes.LocalFieldIsReadOnly(map, mapping);
        }

        if (mapping.Converter is null)
        {
            var (local, crm) = (mapping.Local.Type, mapping.Crm.Type);
            if (mapping.Direction.GoesToCrm && Loses(local, crm))
            {
                yield return Mistakes.TypesDoNotFit(map, mapping, SyncDirection.ToCrm);
            }

            if (mapping.Direction.GoesFromCrm && Loses(crm, local))
            {
                yield return Mistakes.TypesDoNotFit(map, mapping, SyncDirection.FromCrm);
            }
        }
    }

    private static bool Loses(FieldType from, FieldType to) =>
        TypeCompatibility.Of(from, to) is TypeFit.Lossy or TypeFit.None;
}

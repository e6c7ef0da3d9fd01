namespace CrmMapping;

/// <summary>Notes the mistakes that only show when the whole map is seen.</summary>
internal sealed class SetCheck(string map, IMapStatements statements, MappingSet set, ICollection<MappingMistake> mistakes)
{
    public void Run()
    {
        if (statements.Mappings.Count == 0)
        {
            mistakes.Add(Mistakes.EmptyMap(map));
            return;
        }

        if (statements.ConflictsSaid > 1)
        {
            mistakes.Add(Mistakes.PolicySaidTwice(map));
        }

        CheckTwins();
        CheckKeys();
        foreach (var mapping in set.Mappings)
        {
            Check(mapping);
        }

        CheckChangedBy();
    }

    private void CheckTwins()
    {
        var local = new Dictionary<string, FieldMapping>(StringComparer.Ordinal);
        var crm = new Dictionary<string, FieldMapping>(StringComparer.Ordinal);
        foreach (var mapping in set.Mappings)
        {
            if (!local.TryAdd(mapping.Local.Key, mapping))
            {
                mistakes.Add(Mistakes.LocalFieldMappedTwice(map, mapping, local[mapping.Local.Key]));
            }

            if (!crm.TryAdd(mapping.Crm.Key, mapping))
            {
                mistakes.Add(Mistakes.CrmFieldMappedTwice(map, mapping, crm[mapping.Crm.Key]));
            }
        }

        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in set.OfferedFields)
        {
            if (local.TryGetValue(field.Key, out var mapping))
            {
                mistakes.Add(Mistakes.OfferedAndMapped(map, mapping));
            }
            else if (!offered.Add(field.Key))
            {
                mistakes.Add(Mistakes.OfferedTwice(map, field.Key));
            }
        }
    }

    private void CheckKeys()
    {
        var keys = set.Mappings.Where(static mapping => mapping.Local.Type is FieldType.Phone or FieldType.Email).ToList();
        if (keys.Count == 0)
        {
            mistakes.Add(Mistakes.NoMatchKey(map));
        }

        foreach (var twins in keys.Where(static key => key.Category == MappingCategory.Locked)
            .GroupBy(static key => key.Local.Type)
            .Where(static group => group.Count() > 1))
        {
            mistakes.Add(Mistakes.TwoLockedKeys(map, twins.Key, [.. twins]));
        }
    }

    private void Check(FieldMapping mapping)
    {
        foreach (var misfit in MappingFit.Misfits(mapping))
        {
            mistakes.Add(misfit.Kind switch
            {
                MisfitKind.CrmIsReadOnly => Mistakes.CrmFieldIsReadOnly(map, mapping),
                MisfitKind.LocalIsReadOnly => Mistakes.LocalFieldIsReadOnly(map, mapping),
                _ => Mistakes.TypesDoNotFit(map, mapping, misfit.Direction),
            });
        }

        if (mapping.SetUp is { Options.Count: > 0, Type: not (FieldType.Picklist or FieldType.MultiPicklist) } setUp)
        {
            mistakes.Add(Mistakes.OptionsOfNoPicklist(map, mapping, setUp));
        }

        if (mapping.Enforces && mapping.Direction == SyncDirection.Bidirectional)
        {
            mistakes.Add(Mistakes.EnforceBothWays(map, mapping.Local.Key));
        }
    }

    private void CheckChangedBy()
    {
        foreach (var statement in statements.Mappings)
        {
            foreach (var (expression, property) in statement.ChangedBy)
            {
                if (property is null)
                {
                    mistakes.Add(Mistakes.NotAProperty(map, expression));
                }
                else if (!IsKnown(property))
                {
                    mistakes.Add(Mistakes.UnknownChangedBy(map, statement.Field?.Name ?? statement.Expression, property));
                }
            }
        }
    }

    private bool IsKnown(string property) =>
        set.FindByLocal(property) is not null
        || set.OfferedFields.Any(field => field.Key == property);
}

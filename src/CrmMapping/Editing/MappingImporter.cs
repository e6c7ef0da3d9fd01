namespace CrmMapping;

/// <summary>Takes the mappings of a file into a draft, if every one of them would be accepted as an edit.</summary>
internal sealed class MappingImporter(MappingDraft draft, ImportRefusalList refusals)
{
    private readonly Dictionary<string, FieldMapping> _byLocal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldMapping> _byCrm = new(StringComparer.Ordinal);
    private readonly List<MappingEdit> _edits = [];

    public MappingImport Import(IReadOnlyList<MappingFileRow> rows)
    {
        foreach (var row in rows.TakeWhile(_ => !refusals.IsFull))
        {
            Take(row);
        }

        Delete($"$.{MappingFile.Mappings}");
        if (refusals.Count > 0)
        {
            return new MappingImport { Refusals = refusals.ToEquatableArray() };
        }

        draft.Replace(new MappingEdits { Edits = _edits.ToEquatableArray() });
        return new MappingImport { Warnings = draft.Build().Mappings.SelectMany(draft.Rules.Warnings).ToEquatableArray() };
    }

    private void Take(MappingFileRow row)
    {
        if (draft.Fields.FindLocal(row.Local) is not { } local)
        {
            Refuse($"{row.Path}.{MappingFile.Local}", draft.Fields.UnknownLocal(row.Local));
        }
        else if (_byLocal.TryGetValue(row.Local, out var twin))
        {
            Refuse($"{row.Path}.{MappingFile.Local}", Refusals.LocalFieldMapped(twin));
        }
        else if (draft.Fields.FindCrm(row.Crm, row.Local) is not { } crm)
        {
            _byLocal[row.Local] = draft.ShippedOrCustom(local, local);
            Refuse($"{row.Path}.{MappingFile.Crm}", draft.Fields.UnknownCrm(row.Local, row.Crm));
        }
        else
        {
            Take(row, draft.ShippedOrCustom(local, crm), crm);
        }
    }

    private void Take(MappingFileRow row, FieldMapping shipped, FieldDescriptor crm)
    {
        var mapping = shipped with { Crm = crm, Direction = row.Direction };
        if (draft.Rules.CheckImported(shipped, mapping, _byCrm.GetValueOrDefault) is { } refusal)
        {
            Refuse(PathOf(row, refusal), refusal);
        }

        _byLocal[row.Local] = mapping;
        _byCrm.TryAdd(crm.Key, mapping);
        if (draft.Rules.EditOf(shipped, mapping, MappingEdits.None) is { } edit)
        {
            _edits.Add(edit);
        }
    }

    // What the file leaves out is deleted.
    private void Delete(string path)
    {
        foreach (var shipped in draft.Code.Mappings.Where(shipped => !_byLocal.ContainsKey(shipped.Local.Key)))
        {
            if (!shipped.MayBeDeleted)
            {
                refusals.Add(ImportRefusals.MappingLeftOut(path, shipped.Category == MappingCategory.Locked
                    ? Refusals.MappingLocked(shipped)
                    : Refusals.MappingNotDeletable(shipped)));
            }

            _edits.Add(new MappingEdit { Local = shipped.Local.Key, Kind = MappingEditKind.Deleted });
        }

        if (!_byLocal.Values.Any(static mapping => mapping.IsMatchKey) && draft.Code.Mappings.FirstOrDefault(static m => m.IsMatchKey) is { MayBeDeleted: true } key)
        {
            refusals.Add(ImportRefusals.MappingLeftOut(path, Refusals.LastMatchKey(key)));
        }
    }

    private void Refuse(string path, EditRefusal refusal) => refusals.Add(ImportRefusals.EditRefused(path, refusal));

    private static string PathOf(MappingFileRow row, EditRefusal refusal) => refusal.Code switch
    {
        EditRefusalCode.DirectionNotAllowed => $"{row.Path}.{MappingFile.Direction}",
        EditRefusalCode.CrmFieldMapped or EditRefusalCode.MappingNotRetargetable or EditRefusalCode.NotAnOwnerField => $"{row.Path}.{MappingFile.Crm}",
        _ => row.Path,
    };
}

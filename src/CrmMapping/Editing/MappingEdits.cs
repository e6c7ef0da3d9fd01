namespace CrmMapping;

/// <summary>Holds what an admin changed of a map, relative to what code ships: this is what is saved of a mapping.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads. A new release of the code's map is met by the old edits.</remarks>
public sealed record MappingEdits
{
    /// <summary>Gets no edits: the map as code ships it.</summary>
    public static MappingEdits None { get; } = new();

    /// <summary>Gets the edits, one an edited mapping, sorted by local key.</summary>
    /// <exception cref="ArgumentException">Two edits are of one local field, or an edit lacks what its kind needs.</exception>
    public EquatableArray<MappingEdit> Edits { get; init => field = Sorted(value); }

    /// <summary>Applies the edits to a map as code ships it.</summary>
    /// <param name="code">The map as code ships it.</param>
    /// <param name="crmFields">The account's fields as the CRM describes them; empty before it was asked.</param>
    /// <returns>The map in force, and the edits that rest because they fit the code's map no more.</returns>
    public AppliedEdits ApplyTo(MappingSet code, IReadOnlyList<FieldDescriptor> crmFields)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(crmFields);
        return new EditOverlay(code, crmFields, this).Apply();
    }

    /// <summary>Gives the edits that hold after the account was disconnected and connected again.</summary>
    /// <param name="code">The map as code ships it.</param>
    /// <returns>The same edits, but owner and disposition status run ← again; the fields that an admin chose for them stay.</returns>
    public MappingEdits Reconnected(MappingSet code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var edits = Edits.ToDictionary(static edit => edit.Local, StringComparer.Ordinal);
        foreach (var mapping in code.Mappings.Where(static mapping => mapping.IsResetByReconnecting))
        {
            SyncDirection? direction = mapping.Direction == SyncDirection.FromCrm ? null : SyncDirection.FromCrm;
            var edit = edits.GetValueOrDefault(mapping.Local.Key);
            edits[mapping.Local.Key] = edit is { Kind: MappingEditKind.Deleted } && direction is null
                ? edit
                : new MappingEdit { Local = mapping.Local.Key, Crm = edit?.Crm, Direction = direction };
        }

        return new MappingEdits { Edits = edits.Values.Where(static edit => !edit.IsEmpty).ToEquatableArray() };
    }

    /// <summary>Finds what was decided of a local field's mapping.</summary>
    internal MappingEdit? Find(string local) => Edits.FirstOrDefault(edit => edit.Local == local);

    /// <summary>Gives the same edits with another one for a local field, or with none.</summary>
    internal MappingEdits With(string local, MappingEdit? edit) => new()
    {
        Edits = [.. Edits.Where(other => other.Local != local), .. edit is null ? Array.Empty<MappingEdit>() : [edit]],
    };

    private static EquatableArray<MappingEdit> Sorted(EquatableArray<MappingEdit> edits)
    {
        var sorted = edits.OrderBy(static edit => edit.Local, StringComparer.Ordinal).ToEquatableArray();
        for (var index = 0; index < sorted.Count; index++)
        {
            if (index > 0 && sorted[index].Local == sorted[index - 1].Local)
            {
                throw new ArgumentException($"Two edits are of '{sorted[index].Local}'. Give one an edited mapping.", nameof(edits));
            }

            if (!sorted[index].IsWhole)
            {
                throw new ArgumentException(
                    $"The edit '{sorted[index]}' lacks what its kind needs. An added mapping names its CRM field and direction; a direction is one of three.",
                    nameof(edits));
            }
        }

        return sorted;
    }
}

using System.Globalization;

namespace CrmMapping.Emulators;

/// <summary>Finds the record that a caller means, by id or by a unique property.</summary>
internal static class RecordFinder
{
    /// <summary>Finds for a single call: ids that were merged away lead to the survivor.</summary>
    public static CrmRecord Single(ObjectKind kind, string id, string? idProperty, bool archived)
    {
        var record = idProperty is { Length: > 0 }
            ? ByUnique(kind, id, idProperty)
            : long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? kind.Records.Resolve(number) : null;
        return record is not null && record.IsArchived == archived ? record : throw HubSpotProblem.NotFound();
    }

    /// <summary>Finds for a batch: merged-away ids are unknown there.</summary>
    public static CrmRecord? InBatch(ObjectKind kind, string id, string? idProperty, bool archived = false)
    {
        var record = idProperty is { Length: > 0 }
            ? ByUnique(kind, id, idProperty)
            : long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? kind.Records.Find(number) : null;
        return record is not null && record.IsArchived == archived ? record : null;
    }

    public static CrmRecord? ByUnique(ObjectKind kind, string value, string idProperty)
    {
        if (idProperty is "hs_object_id")
            return InBatch(kind, value, null);
        if (kind.Schema.FindProperty(idProperty) is not { } property || !kind.Unique.IsUnique(property))
            throw HubSpotProblem.Invalid($"idProperty '{idProperty}' is not a unique property of {kind.Name}");
        return kind.Unique.OwnerOf(idProperty, value) is { } id ? kind.Records.Find(id) : null;
    }
}

using NodaTime;

namespace CrmMapping;

/// <summary>Holds one record as it came from a CRM. Belongs to the page it came in and is used again after it.</summary>
public sealed class CrmRecord
{
    /// <summary>Gets or sets the record's id, which no other record of the account has, of whatever kind it is.</summary>
    /// <remarks>An adapter of a CRM that numbers each kind by itself puts a name of the kind before the number.</remarks>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the id that was asked for; differs from <see cref="Id"/> where the record was merged into another.</summary>
    public string RequestedId { get; set; } = "";

    /// <summary>Gets or sets when the record last changed, in any field; null when the CRM did not say.</summary>
    public Instant? ModifiedAt { get; set; }

    /// <summary>Gets or sets when the record was created; null when the CRM did not say.</summary>
    public Instant? CreatedAt { get; set; }

    /// <summary>Gets or sets whether the record is archived, deleted, or was never there.</summary>
    public bool IsArchived { get; set; }

    /// <summary>Gets or sets whether the values were read; where not, the record only tells that it changed.</summary>
    /// <value>The default is true.</value>
    public bool HasValues { get; set; } = true;

    /// <summary>Gets or sets whether the values may be older than the record, as a search that knows late gave them.</summary>
    /// <value>The default is false. The core reads such a record by id before the CRM is written to because of it, and where its link tells another time.</value>
    public bool MayBeStale { get; set; }

    /// <summary>Gets or sets the id of the contact that a lead was converted into; null while it is a lead.</summary>
    public string? ConvertedInto { get; set; }

    /// <summary>Gets the values by ordinal of the field set, in the CRM's own text; a field that did not come is unknown.</summary>
    public RecordBuffer Values { get; } = new();

    /// <summary>Makes the record ready for the next one that is read.</summary>
    /// <param name="fields">How many fields it will have.</param>
    public void Reset(int fields)
    {
        Id = "";
        RequestedId = "";
        ModifiedAt = null;
        CreatedAt = null;
        IsArchived = false;
        HasValues = true;
        MayBeStale = false;
        ConvertedInto = null;
        Values.Reset(fields);
    }
}

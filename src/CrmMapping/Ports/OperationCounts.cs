namespace CrmMapping;

/// <summary>Counts what a run did.</summary>
public sealed record OperationCounts
{
    /// <summary>Gets how many contacts were dealt with.</summary>
    public long Contacts { get; init; }

    /// <summary>Gets how many contacts a preview has something to say of; 0 for other runs.</summary>
    public long Planned { get; init; }

    /// <summary>Gets how many contacts were left alone, as they stand otherwise than when they were previewed.</summary>
    public long Moved { get; init; }

    /// <summary>Gets how many contacts were created on the local side.</summary>
    public long CreatedLocal { get; init; }

    /// <summary>Gets how many records were created in the CRM.</summary>
    public long CreatedCrm { get; init; }

    /// <summary>Gets how many contacts were updated on the local side.</summary>
    public long UpdatedLocal { get; init; }

    /// <summary>Gets how many records were updated in the CRM.</summary>
    public long UpdatedCrm { get; init; }

    /// <summary>Gets how many contacts and records were linked that were there on both sides.</summary>
    public long Linked { get; init; }

    /// <summary>Gets how many contacts had a value cleared.</summary>
    public long Cleared { get; init; }

    /// <summary>Gets how many links ended because a record was deleted.</summary>
    public long Unlinked { get; init; }

    /// <summary>Gets how many fields were in conflict and the CRM won.</summary>
    public long ConflictsWonByCrm { get; init; }

    /// <summary>Gets how many fields were in conflict and the local side won.</summary>
    public long ConflictsWonByLocal { get; init; }

    /// <summary>Gets how many fields were in conflict and wait for a person.</summary>
    public long ConflictsParked { get; init; }

    /// <summary>Gets how many phone numbers came in that the local side did not know, each of which a look-up of its line type may cost money.</summary>
    public long NewNumbers { get; init; }

    /// <summary>Gets how many issues were met.</summary>
    public long Issues { get; init; }
}

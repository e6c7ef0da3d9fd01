namespace CrmMapping;

/// <summary>Says how a write to a CRM ended.</summary>
public enum CrmWriteOutcome
{
    /// <summary>The CRM confirmed it.</summary>
    Written,

    /// <summary>A record with the same unique value is there already; the result's id names it where the CRM did.</summary>
    AlreadyExists,

    /// <summary>The record is not there to be written: deleted, never there, or a lead that was converted. It is read again.</summary>
    NotFound,

    /// <summary>The CRM refused the record as a whole, for good.</summary>
    Refused,

    /// <summary>The CRM could not do it now; trying again later may help.</summary>
    Failed,

    /// <summary>No answer arrived, so it may have happened; it must be looked up before it is tried again.</summary>
    Unanswered,

    /// <summary>
    /// The record changed after <see cref="CrmWrite.UnlessChangedSince"/>, so nothing was written. It is read and planned again.
    /// </summary>
    ChangedMeanwhile,
}

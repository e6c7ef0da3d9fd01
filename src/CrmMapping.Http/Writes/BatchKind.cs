namespace CrmMapping.Http;

/// <summary>Names the kinds of batch that CRMs take.</summary>
public enum BatchKind
{
    /// <summary>Makes records, and a second time if it is sent twice.</summary>
    Create,

    /// <summary>Makes records that have a key of their own, or updates those that have it already.</summary>
    Upsert,

    /// <summary>Changes records.</summary>
    Update,

    /// <summary>Moves records to the CRM's bin.</summary>
    Archive,
}

namespace CrmMapping;

/// <summary>Names what may keep two fields from being kept together.</summary>
internal enum MisfitKind
{
    /// <summary>The CRM's field would be written and cannot be.</summary>
    CrmIsReadOnly,

    /// <summary>The local field would be written and cannot be.</summary>
    LocalIsReadOnly,

    /// <summary>Values would lose a part, or mean nothing, in the field that they go into.</summary>
    ValuesAreLost,
}

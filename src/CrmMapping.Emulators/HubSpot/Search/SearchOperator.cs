namespace CrmMapping.Emulators;

/// <summary>Names the comparisons that a search filter can make.</summary>
internal enum SearchOperator
{
    Lt,
    Lte,
    Gt,
    Gte,
    Eq,
    Neq,
    Between,
    In,
    NotIn,
    HasProperty,
    NotHasProperty,
    ContainsToken,
    NotContainsToken,
}

namespace CrmMapping;

/// <summary>Says what becomes of a value that moves from a field of one type into one of another.</summary>
internal enum TypeFit
{
    /// <summary>The types are the same.</summary>
    Same,

    /// <summary>Every value arrives whole.</summary>
    Lossless,

    /// <summary>Some values lose a part, or have no counterpart.</summary>
    Lossy,

    /// <summary>No value means anything there.</summary>
    None,
}

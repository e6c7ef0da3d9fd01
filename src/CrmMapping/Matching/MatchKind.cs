namespace CrmMapping;

/// <summary>Names how matching ends.</summary>
internal enum MatchKind
{
    /// <summary>The record has no counterpart yet.</summary>
    New,

    /// <summary>The record has exactly one counterpart.</summary>
    Matched,

    /// <summary>It cannot be told; nothing is written.</summary>
    Undecided,
}

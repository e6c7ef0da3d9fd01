using System.Diagnostics.CodeAnalysis;

namespace CrmMapping;

/// <summary>Says which way a mapping's values may flow, seen from the local side.</summary>
[Flags]
[SuppressMessage("Naming", "CA1714", Justification = "A direction is one word, also when it is both ways.")]
public enum SyncDirection
{
    /// <summary>Neither way.</summary>
    None = 0,

    /// <summary>From the local side to the CRM, shown as →.</summary>
    ToCrm = 1,

    /// <summary>From the CRM to the local side, shown as ←.</summary>
    FromCrm = 2,

    /// <summary>Both ways, shown as ↔.</summary>
    Bidirectional = ToCrm | FromCrm,
}

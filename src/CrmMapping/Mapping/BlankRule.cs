namespace CrmMapping;

/// <summary>Says what a blank may do to a value on the other side.</summary>
public enum BlankRule
{
    /// <summary>A blank overwrites a value when the blanking is a change; on a first link it does not. The default.</summary>
    WhenChanged,

    /// <summary>A blank never overwrites a value.</summary>
    Never,

    /// <summary>A blank overwrites a value, on a first link too.</summary>
    Always,
}

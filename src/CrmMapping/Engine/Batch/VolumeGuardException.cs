namespace CrmMapping;

/// <summary>Says that a run stopped before it would have changed more than its connection allows.</summary>
internal sealed class VolumeGuardException(string message, bool isOfDeletes) : Exception(message)
{
    /// <summary>Gets whether it is deletes that are too many, which hold back nothing else.</summary>
    public bool IsOfDeletes { get; } = isOfDeletes;
}

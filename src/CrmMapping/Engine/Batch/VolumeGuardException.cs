namespace CrmMapping;

/// <summary>Says that a run stopped before it would have changed more than its connection allows.</summary>
internal sealed class VolumeGuardException(string message) : Exception(message);

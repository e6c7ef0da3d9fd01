namespace CrmMapping;

/// <summary>Says that an operation cannot be done as things are, with what to do; its run ends as failed.</summary>
internal sealed class OperationRefusedException(string message) : InvalidOperationException(message);

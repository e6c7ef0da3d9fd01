namespace QuickStart;

/// <summary>Says why a run could not go on.</summary>
internal sealed class RunFailedException(string message) : Exception(message);

namespace QuickStart;

/// <summary>Says what is wrong with what was typed, or with the file that was named, and what to do.</summary>
internal sealed class InputException(string message) : Exception(message);

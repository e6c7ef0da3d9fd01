namespace CrmMapping;

/// <summary>Says that the place where state is kept cannot be worked with.</summary>
/// <remarks>Names the place, such as a file; holds no contact's value and no secret.</remarks>
public sealed class SyncStoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="store">The place: a file, or a server and database.</param>
    /// <param name="message">What is wrong and what to do, without the place.</param>
    /// <param name="isPassing">Whether it may pass by itself, so that trying again makes sense.</param>
    /// <param name="innerException">What was met underneath.</param>
    public SyncStoreException(string store, string message, bool isPassing = false, Exception? innerException = null)
        : base($"'{store}' {message}", innerException)
    {
        Store = store;
        IsPassing = isPassing;
    }

    /// <summary>Gets the place.</summary>
    public string Store { get; }

    /// <summary>Gets whether it may pass by itself.</summary>
    public bool IsPassing { get; }
}

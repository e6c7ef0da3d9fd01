namespace CrmMapping;

/// <summary>Says that a CRM could not be worked with, after all that can be done about it was done.</summary>
/// <remarks>Names the connection; holds no token and no contact's value.</remarks>
public sealed class CrmException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="failure">What kind of failure it is.</param>
    /// <param name="connection">The connection's name.</param>
    /// <param name="message">What is wrong and what to do, without the connection's name.</param>
    /// <param name="innerException">What was met underneath.</param>
    public CrmException(CrmFailure failure, string connection, string message, Exception? innerException = null)
        : base($"{connection}: {message}", innerException)
    {
        Failure = failure;
        Connection = connection;
    }

    /// <summary>Gets what kind of failure it is.</summary>
    public CrmFailure Failure { get; }

    /// <summary>Gets the connection's name.</summary>
    public string Connection { get; }
}

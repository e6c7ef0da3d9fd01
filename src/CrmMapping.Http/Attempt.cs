namespace CrmMapping.Http;

/// <summary>Holds how one try of a request ended.</summary>
internal readonly record struct Attempt(CrmResponse? Response, RetryAdvice Advice, Exception? Error = null)
{
    public bool MayRepeat(CrmRequest request) => Advice.Kind switch
    {
        RetryKind.NotProcessed => true,
        RetryKind.MaybeProcessed => request.IsRepeatable,
        _ => false,
    };
}

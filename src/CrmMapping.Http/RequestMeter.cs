using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CrmMapping.Http;

/// <summary>Measures requests. The connection is no tag: a thousand of them would be a thousand series.</summary>
internal sealed class RequestMeter
{
    private readonly Histogram<double>? _duration;
    private readonly KeyValuePair<string, object?> _adapter;

    public RequestMeter(string kind, IMeterFactory? meters)
    {
        _adapter = new("adapter", kind);
        _duration = meters?.Create("CrmMapping")
            .CreateHistogram<double>("crm_mapping.request.duration", "s", "How long a CRM took to answer one request.");
    }

    public void Record(TimeSpan elapsed, Attempt attempt) =>
        _duration?.Record(elapsed.TotalSeconds, _adapter, new("outcome", Outcome(attempt)));

    private static string Outcome(Attempt attempt) => attempt switch
    {
        { Response: null } => "unanswered",
        { Advice.Kind: not RetryKind.Accept } => "retried",
        { Response.IsSuccess: true } => "ok",
        _ => "refused",
    };
}

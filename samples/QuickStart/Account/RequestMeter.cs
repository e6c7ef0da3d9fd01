using System.Diagnostics.Metrics;

namespace QuickStart;

/// <summary>Counts the requests that the sync makes, by the metric that it offers to every host.</summary>
internal sealed class RequestMeter : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public RequestMeter()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Name: "crm_mapping.request.duration", Meter.Name: CrmMapping.CrmMappingTelemetry.Name })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref _count));
        _listener.Start();
    }

    public RequestCounts Counts => new(Interlocked.Read(ref _count), new Dictionary<string, long>());

    public void Dispose() => _listener.Dispose();
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CrmMapping;

/// <summary>Counts what the engine does. Metrics carry the adapter and the side alone: a connection is a tag of spans.</summary>
internal sealed class EngineMetrics
{
    private readonly Counter<long> _written;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _issues;

    public EngineMetrics(IMeterFactory? meters)
    {
        var meter = meters?.Create(CrmMappingTelemetry.Name) ?? new Meter(CrmMappingTelemetry.Name);
        _written = meter.CreateCounter<long>("crm_mapping.contacts.written", "{contact}", "Contacts created or updated.");
        _conflicts = meter.CreateCounter<long>("crm_mapping.conflicts", "{field}", "Fields that changed on both sides.");
        _issues = meter.CreateCounter<long>("crm_mapping.issues", "{issue}", "Fields or contacts that could not be synced.");
    }

    public static ActivitySource Source { get; } = new(CrmMappingTelemetry.Name);

    public void Count(string adapter, OperationCounts counts)
    {
        Add(_written, counts.CreatedLocal + counts.UpdatedLocal, adapter, SyncSide.Local);
        Add(_written, counts.CreatedCrm + counts.UpdatedCrm, adapter, SyncSide.Crm);
        Add(_conflicts, counts.ConflictsWonByLocal, adapter, SyncSide.Local);
        Add(_conflicts, counts.ConflictsWonByCrm + counts.ConflictsParked, adapter, SyncSide.Crm);
        Add(_issues, counts.Issues, adapter, SyncSide.Crm);
    }

    private static void Add(Counter<long> counter, long count, string adapter, SyncSide side)
    {
        if (count > 0)
        {
            counter.Add(count, new("adapter", adapter), new("side", side == SyncSide.Local ? "local" : "crm"));
        }
    }
}

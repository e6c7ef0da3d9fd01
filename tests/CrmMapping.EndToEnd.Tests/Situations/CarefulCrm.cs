using System.Reflection;
using CrmMapping.Emulators;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a CRM keep the condition under which a record is written, and somebody edit the record just before.</summary>
internal sealed class CarefulCrm(Func<HubSpotEmulator> emulator)
{
    /// <summary>Gets or sets the edit before each write under a condition.</summary>
    public Action? Edit { get; set; }

    /// <summary>Gets or sets whether every write under a condition is answered as if somebody had been faster.</summary>
    public bool IsNeverReady { get; set; }

    /// <summary>Gets the updates that arrived, in order: whether each had a condition.</summary>
    public List<bool> Conditions { get; } = [];

    private Instant ChangedAt(string id) => emulator().Contacts.Find(id)!.UpdatedAt;

    public ICrmAdapter Around(ICrmAdapter adapter) => new Adapter(adapter, this);

    private sealed class Adapter(ICrmAdapter inner, CarefulCrm crm) : ICrmAdapter
    {
        public string Kind => inner.Kind;

        public CrmTraits Traits => inner.Traits;

        public ICrmSession Open(Connection connection)
        {
            var proxy = DispatchProxy.Create<ICrmSession, Session>();
            ((Session)(object)proxy).Begin(inner.Open(connection), crm);
            return proxy;
        }
    }

    public class Session : DispatchProxy
    {
        private ICrmSession _inner = null!;
        private CarefulCrm _crm = null!;

        internal void Begin(ICrmSession inner, CarefulCrm crm) => (_inner, _crm) = (inner, crm);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(ICrmSession.WriteAsync)
            ? WriteAsync((CrmFieldSet)args![0]!, (IReadOnlyList<CrmWrite>)args[1]!, (CancellationToken)args[2]!)
            : targetMethod.Invoke(_inner, args);

        private async Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
            CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken)
        {
            _crm.Conditions.AddRange(writes.Where(static w => w.Kind == CrmWriteKind.Update).Select(static w => w.UnlessChangedSince is not null));
            var results = new List<CrmWriteResult>();
            foreach (var write in writes)
            {
                results.Add(await WriteAsync(fields, write, cancellationToken));
            }

            return results;
        }

        private async Task<CrmWriteResult> WriteAsync(CrmFieldSet fields, CrmWrite write, CancellationToken cancellationToken)
        {
            if (write.UnlessChangedSince is { } since)
            {
                _crm.Edit?.Invoke();
                if (_crm.IsNeverReady || _crm.ChangedAt(write.Id!) > since)
                {
                    return new CrmWriteResult { Outcome = CrmWriteOutcome.ChangedMeanwhile, Id = write.Id, Message = "Somebody edited it." };
                }
            }

            return (await _inner.WriteAsync(fields, [write], cancellationToken))[0];
        }
    }
}

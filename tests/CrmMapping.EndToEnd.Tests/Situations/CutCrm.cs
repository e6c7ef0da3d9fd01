using System.Reflection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets an adapter's reads by id come without their records.</summary>
internal sealed class CutCrm
{
    public bool IsOn { get; set; }

    public ICrmAdapter Around(ICrmAdapter adapter) => new Adapter(adapter, this);

    private sealed class Adapter(ICrmAdapter inner, CutCrm cut) : ICrmAdapter
    {
        public string Kind => inner.Kind;

        public CrmTraits Traits => inner.Traits;

        public ICrmSession Open(Connection connection)
        {
            var proxy = DispatchProxy.Create<ICrmSession, Session>();
            ((Session)(object)proxy).Begin(inner.Open(connection), cut);
            return proxy;
        }
    }

    public class Session : DispatchProxy
    {
        private ICrmSession _inner = null!;
        private CutCrm _cut = null!;

        internal void Begin(ICrmSession inner, CutCrm cut) => (_inner, _cut) = (inner, cut);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (_cut.IsOn && targetMethod!.Name == nameof(ICrmSession.ReadAsync))
            {
                args![1] = Array.Empty<string>();
            }

            return targetMethod!.Invoke(_inner, args);
        }
    }
}

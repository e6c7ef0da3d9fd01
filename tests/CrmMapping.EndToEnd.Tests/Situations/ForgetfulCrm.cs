using System.Reflection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets an adapter's writes be answered without the values that the CRM holds now, as some CRMs answer.</summary>
internal static class ForgetfulCrm
{
    public static ICrmAdapter Around(ICrmAdapter adapter) => new Adapter(adapter);

    private sealed class Adapter(ICrmAdapter inner) : ICrmAdapter
    {
        public string Kind => inner.Kind;

        public CrmTraits Traits => inner.Traits;

        public ICrmSession Open(Connection connection)
        {
            var proxy = DispatchProxy.Create<ICrmSession, Session>();
            ((Session)(object)proxy).Begin(inner.Open(connection));
            return proxy;
        }
    }

    public class Session : DispatchProxy
    {
        private ICrmSession _inner = null!;

        internal void Begin(ICrmSession inner) => _inner = inner;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var answer = targetMethod!.Invoke(_inner, args);
            return answer is Task<IReadOnlyList<CrmWriteResult>> written ? ForgetAsync(written) : answer;
        }

        private static async Task<IReadOnlyList<CrmWriteResult>> ForgetAsync(Task<IReadOnlyList<CrmWriteResult>> written) =>
            [.. (await written).Select(static result => result with { Confirmed = null })];
    }
}

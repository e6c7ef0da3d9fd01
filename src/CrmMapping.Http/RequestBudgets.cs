using System.Collections.Concurrent;

namespace CrmMapping.Http;

/// <summary>Holds the budgets of one account by name.</summary>
internal sealed class RequestBudgets(ICrmHttpRules rules, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<RequestBudget>> _budgets = new(StringComparer.Ordinal);

    public RequestBudget this[string name] =>
        _budgets.GetOrAdd(name, key => new Lazy<RequestBudget>(() => new RequestBudget(rules.Limit(key), rules.Patience, time))).Value;

    public void Dispose()
    {
        foreach (var budget in _budgets.Values)
        {
            budget.Value.Dispose();
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Gives the adapters of CRMs, which are made with their options.</summary>
internal sealed class AdapterList(IServiceProvider provider)
{
    private readonly Lazy<(IReadOnlyList<ICrmAdapter>? All, IReadOnlyList<MappingMistake> Mistakes)> _made = new(() => Make(provider));

    /// <summary>Gets the adapters; null where options are wrong.</summary>
    public IReadOnlyList<ICrmAdapter>? All => _made.Value.All;

    /// <summary>Gets what is wrong with the options that kept adapters from being made.</summary>
    public IReadOnlyList<MappingMistake> Mistakes => _made.Value.Mistakes;

    private static (IReadOnlyList<ICrmAdapter>?, IReadOnlyList<MappingMistake>) Make(IServiceProvider provider)
    {
        try
        {
            return ([.. provider.GetServices<ICrmAdapter>()], []);
        }
        catch (OptionsValidationException invalid)
        {
            return (null, [.. OptionsCheck.Explain(invalid)]);
        }
    }
}

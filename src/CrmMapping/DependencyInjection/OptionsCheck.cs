using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Runs the validators of options and gives what they found as mistakes.</summary>
internal static class OptionsCheck
{
    public static IEnumerable<MappingMistake> Run<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider provider, string name)
        where TOptions : class
    {
        try
        {
            provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name);
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return Explain(invalid);
        }
    }

    public static IEnumerable<MappingMistake> Explain(OptionsValidationException invalid)
    {
        var type = invalid.OptionsType.Name;
        var shown = invalid.OptionsName.Length == 0 ? type : $"{type} '{invalid.OptionsName}'";
        return invalid.Failures.Select(failure => Mistakes.InvalidOptions(shown, failure));
    }
}

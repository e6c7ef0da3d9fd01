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
        var shown = name.Length == 0 ? typeof(TOptions).Name : $"{typeof(TOptions).Name} '{name}'";
        try
        {
            provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name);
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures.Select(failure => Mistakes.InvalidOptions(shown, failure));
        }
    }
}

using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Checks the whole configuration when the host starts, then what the host validates of its own.</summary>
internal sealed class CrmMappingStartupValidator(ConfigurationCheck check, IStartupValidator inner) : IStartupValidator
{
    public void Validate()
    {
        check.EnsureValid();
        inner.Validate();
    }
}

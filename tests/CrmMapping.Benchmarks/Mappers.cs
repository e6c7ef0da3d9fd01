using AutoMapper;

namespace CrmMapping.Benchmarks;

/// <summary>Configures AutoMapper for a plain copy, the least that it can be asked for.</summary>
internal static class Mappers
{
    public static IMapper Plain()
    {
        var configuration = new MapperConfiguration(static c => c.CreateMap<MixedContact, MixedContact>());
        configuration.CompileMappings();
        return configuration.CreateMapper();
    }
}

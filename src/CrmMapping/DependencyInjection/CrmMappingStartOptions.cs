namespace CrmMapping;

/// <summary>Holds nothing: by it the framework's validation at start-up is switched on.</summary>
internal sealed class CrmMappingStartOptions;

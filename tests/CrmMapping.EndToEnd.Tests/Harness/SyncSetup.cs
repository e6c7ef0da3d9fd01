using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Says in what a host differs from the usual one.</summary>
public readonly record struct SyncSetup(Action<HubSpotBuilder>? HubSpot = null, Action<IServiceCollection>? Services = null);

using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Holds what is remembered of the company behind a connection, for all its sessions.</summary>
internal sealed class AccountKnowledge(IClock clock)
{
    public AccountDay Day { get; } = new();

    public AccountSchema Schema { get; } = new(clock);

    public AccountSize Size { get; } = new();
}

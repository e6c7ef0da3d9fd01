namespace CrmMapping;

/// <summary>Connects the engine to one kind of CRM. The way in for authors of adapters.</summary>
/// <remarks>One instance serves every connection of its kind, from many threads at once.</remarks>
public interface ICrmAdapter
{
    /// <summary>Gets the CRM's name as people know it, for example <c>HubSpot</c>; connections refer to it.</summary>
    string Kind { get; }

    /// <summary>Gets what the engine must know of the CRM before it talks to it.</summary>
    CrmTraits Traits { get; }

    /// <summary>Opens one account. Makes no request yet.</summary>
    /// <param name="connection">The account's connection.</param>
    /// <returns>The session; its disposal ends it.</returns>
    ICrmSession Open(Connection connection);
}

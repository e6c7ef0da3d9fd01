namespace CrmMapping.Emulators;

/// <summary>Edits the outcomes that the emulated account offers for calls, as a person on its settings page would. May be shared between threads.</summary>
/// <remarks>Calls keep the outcome that they have, whatever becomes of it.</remarks>
public sealed class HubSpotCallOutcomes
{
    private readonly HubSpotPortal _portal;

    internal HubSpotCallOutcomes(HubSpotPortal portal) => _portal = portal;

    /// <summary>Gets all outcomes, deleted ones included.</summary>
    public IReadOnlyList<HubSpotCallOutcome> All
    {
        get { lock (_portal.Gate) return [.. _portal.CallOutcomes.All]; }
    }

    /// <summary>Makes an outcome.</summary>
    /// <param name="label">What people see.</param>
    /// <returns>The outcome, with an id of its own.</returns>
    public HubSpotCallOutcome Add(string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        lock (_portal.Gate)
            return _portal.CallOutcomes.Add(label);
    }

    /// <summary>Gives an outcome another label; its id stays.</summary>
    /// <param name="id">The outcome's id.</param>
    /// <param name="label">The label.</param>
    /// <exception cref="ArgumentException">There is no such outcome, or it was deleted.</exception>
    public void Rename(string id, string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        lock (_portal.Gate)
            _portal.CallOutcomes.Change(id, outcome => outcome with { Label = label });
    }

    /// <summary>Deletes an outcome: it is offered no more.</summary>
    /// <param name="id">The outcome's id.</param>
    /// <exception cref="ArgumentException">There is no such outcome, or it was deleted.</exception>
    public void Delete(string id)
    {
        lock (_portal.Gate)
            _portal.CallOutcomes.Change(id, static outcome => outcome with { IsDeleted = true });
    }
}

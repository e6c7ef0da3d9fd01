using System.Globalization;

namespace CrmMapping.HubSpot;

/// <summary>Holds an activity on its way, and what became of it.</summary>
internal sealed class ActivityPart(ActivityWrite write, int number)
{
    public ActivityWrite Write { get; } = write;

    /// <summary>Gets the name by which HubSpot's answer speaks of it.</summary>
    public string TraceId { get; } = "a" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets or sets whether its owner is named.</summary>
    public bool NamesOwner { get; set; } = (write as ActivityCreate)?.OwnerId is not null;

    public CrmWriteResult? Result { get; private set; }

    /// <summary>Gets or sets in which words HubSpot last refused it, while it is to be tried once more; null when it did not.</summary>
    public string? Refusal { get; set; }

    public void End(CrmWriteOutcome outcome, string? id = null, string? message = null) =>
        Result = new CrmWriteResult { Outcome = outcome, Id = id ?? (Write as OutcomeChange)?.ActivityId, Message = message };
}

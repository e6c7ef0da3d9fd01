using System.Globalization;

namespace CrmMapping.HubSpot;

/// <summary>Follows one write until its end: what of it was refused so far, and what became of it.</summary>
internal sealed class PendingWrite(int index, CrmWrite write, CrmFieldSet fields)
{
    private readonly List<FieldRefusal> _refusals = [];
    private HashSet<int>? _refused;

    public CrmWrite Write => write;

    public string TraceId { get; } = "w" + index.ToString(CultureInfo.InvariantCulture);

    public CrmWriteResult? Result { get; private set; }

    public IReadOnlyList<FieldRefusal> Refusals => _refusals;

    /// <summary>Gets whether something is left to write.</summary>
    public bool HasValues
    {
        get
        {
            for (var ordinal = 0; ordinal < write.Values.Count; ordinal++)
            {
                if (Writes(ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    public bool Writes(int ordinal) => !write.Values.IsUnknown(ordinal) && _refused?.Contains(ordinal) != true;

    /// <summary>Leaves out the properties that were refused.</summary>
    /// <returns>Those that were left out now.</returns>
    public IReadOnlyList<PropertyRefusal> Drop(IReadOnlyList<PropertyRefusal> refusals)
    {
        List<PropertyRefusal> dropped = [];
        foreach (var refusal in refusals)
        {
            for (var ordinal = 0; ordinal < fields.Count; ordinal++)
            {
                if (fields.Fields[ordinal].Key == refusal.Name && Writes(ordinal))
                {
                    (_refused ??= []).Add(ordinal);
                    _refusals.Add(refusal.ToFieldRefusal());
                    dropped.Add(refusal);
                }
            }
        }

        return dropped;
    }

    public void End(CrmWriteResult result) => Result = result with { RefusedFields = _refusals.ToEquatableArray() };

    public void End(CrmWriteOutcome outcome, string? message, string? id = null) =>
        End(new CrmWriteResult { Outcome = outcome, Message = message, Id = id });
}

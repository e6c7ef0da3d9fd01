namespace CrmMapping.Http;

/// <summary>Follows one write until its end: what of it was refused so far, and what became of it. One thread at a time.</summary>
public sealed class PendingWrite
{
    private readonly CrmFieldSet _fields;
    private readonly List<FieldRefusal> _refusals = [];
    private HashSet<int>? _refused;

    internal PendingWrite(int number, CrmWrite write, CrmFieldSet fields)
    {
        Number = number;
        Write = write;
        _fields = fields;
    }

    /// <summary>Gets the write's number among the writes of one call, from 0, by which an answer may speak of it.</summary>
    public int Number { get; }

    /// <summary>Gets what is to be written.</summary>
    public CrmWrite Write { get; }

    /// <summary>Gets what became of it; null while that is open.</summary>
    public CrmWriteResult? Result { get; private set; }

    /// <summary>Tells whether a field is written: it has a value and was not refused.</summary>
    /// <param name="ordinal">The field's ordinal.</param>
    /// <returns>True when it is written.</returns>
    public bool Writes(int ordinal) => !Write.Values.IsUnknown(ordinal) && _refused?.Contains(ordinal) != true;

    /// <summary>Ends the write.</summary>
    /// <param name="result">What became of it; the fields refused on the way are added.</param>
    public void End(CrmWriteResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Result = result with { RefusedFields = _refusals.ToEquatableArray() };
    }

    /// <summary>Ends the write without values.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="message">Why, without values of the contact; null when all went well.</param>
    /// <param name="id">The record's id; null when not known.</param>
    public void End(CrmWriteOutcome outcome, string? message, string? id = null) =>
        End(new CrmWriteResult { Outcome = outcome, Message = message, Id = id });

    /// <summary>Tells whether something is left to write.</summary>
    internal bool WritesAnything() => Enumerable.Range(0, Write.Values.Count).Any(Writes);

    /// <summary>Leaves out the fields that were refused.</summary>
    /// <param name="refusals">The refusals; those of fields that are not written are passed over.</param>
    /// <returns>The refusals of fields that are left out from now on.</returns>
    internal IReadOnlyList<FieldRefusal> Drop(IEnumerable<FieldRefusal> refusals)
    {
        List<FieldRefusal> dropped = [];
        foreach (var refusal in refusals)
        {
            for (var ordinal = 0; ordinal < _fields.Count; ordinal++)
            {
                if (_fields.Fields[ordinal].Key == refusal.Field && Writes(ordinal))
                {
                    (_refused ??= []).Add(ordinal);
                    dropped.Add(refusal);
                }
            }
        }

        _refusals.AddRange(dropped);
        return dropped;
    }
}

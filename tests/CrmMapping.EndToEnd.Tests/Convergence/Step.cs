namespace CrmMapping.EndToEnd.Tests;

/// <summary>Names what can happen in a history.</summary>
public enum StepKind
{
    EditHere,
    EditThere,
    AddHere,
    AddThere,

    /// <summary>A notice of the CRM arrives: the oldest, the newest or any of them, once or twice.</summary>
    Notice,

    /// <summary>What changed is synced.</summary>
    Sync,

    /// <summary>A person asks for one contact to be synced.</summary>
    SyncOne,

    /// <summary>What changed is synced, and the process dies at one of its effects.</summary>
    SyncAndDie,

    /// <summary>What changed is synced, and somebody edits a contact here just after it was read.</summary>
    SyncAndEdit,
}

/// <summary>Says what happens next.</summary>
/// <param name="Kind">What.</param>
/// <param name="Contact">To which contact.</param>
/// <param name="Field">To which field.</param>
/// <param name="Clears">Whether the field is cleared.</param>
/// <param name="Count">At which effect the process dies, or which notice arrives.</param>
public sealed record Step(StepKind Kind, int Contact, int Field, bool Clears, int Count);

using NodaTime;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Says what happened to a person, and how it was before and after.</summary>
internal sealed record PersonEvent(string Action, Person? After, Person? Before, long User, bool ByApi, Instant At)
{
    public long? MergedTo { get; init; }

    public long? MergedFrom { get; init; }

    public long PersonId => (After ?? Before)!.Id;
}

namespace CrmMapping.HubSpot;

/// <summary>Holds what stands around the records of an answer.</summary>
/// <param name="After">Where the next page begins; null when this is the last.</param>
/// <param name="Errors">Where in the answer the list of refusals stands.</param>
internal readonly record struct PageTail(string? After, Range Errors)
{
    public bool HasErrors => !Errors.Equals(default);
}

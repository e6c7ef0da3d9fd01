namespace CrmMapping.Emulators;

/// <summary>Says by whose hand a write came: an app by the API, a person in the CRM, an import.</summary>
/// <param name="Source">The source, the same word in property history and webhooks.</param>
/// <param name="SourceId">The app's id or <c>userId:…</c>.</param>
/// <param name="UserId">The user; null for an app.</param>
internal sealed record WriteOrigin(string Source, string SourceId, int? UserId = null)
{
    public bool IsApi => Source is "INTEGRATION";
}

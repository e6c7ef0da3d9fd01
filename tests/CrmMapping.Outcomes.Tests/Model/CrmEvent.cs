using NodaTime;

namespace CrmMapping.Outcomes.Tests;

/// <summary>Something that happened to an outcome in the CRM.</summary>
/// <param name="Kind">What.</param>
/// <param name="Outcome">The outcome's id.</param>
/// <param name="At">When.</param>
internal sealed record CrmEvent(CrmEventKind Kind, string Outcome, Instant At);

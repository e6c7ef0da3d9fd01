using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Says whether a search found more than the page, and when it was answered by HubSpot's clock.</summary>
internal readonly record struct SearchAnswer(bool HasMore, Instant? Date, TimeSpan Elapsed);

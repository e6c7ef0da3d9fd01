using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Says where a list goes on, and when its page was answered by Pipedrive's clock.</summary>
internal readonly record struct ListAnswer(string? Cursor, Instant? Date, TimeSpan Elapsed);

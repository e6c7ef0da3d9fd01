using NodaTime;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Says what happened to a contact, or to the app where there is no contact.</summary>
internal sealed record ContactNews(string Kind, Contact? Contact, Instant At, Guid Id);

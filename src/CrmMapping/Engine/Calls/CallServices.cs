namespace CrmMapping;

/// <summary>Holds what the logging of calls needs beside a connection; there is none where the store keeps no activities.</summary>
internal sealed record CallServices(IActivityStore Store, Telephonies Telephonies, OutcomeDesk Outcomes, ActivityTracking? Tracking);

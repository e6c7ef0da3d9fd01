using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Describes one request that an emulator received, without its content.</summary>
/// <param name="Number">The number of the request, from 1.</param>
/// <param name="At">When it came, by the emulator's clock.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Kind">What was asked, such as <c>contacts.batch.read</c>; <c>unknown</c> when no route fits.</param>
/// <param name="Status">The status that was decided, also when a fault kept it from arriving; 0 when none was.</param>
/// <param name="Records">How many records the request asked for or wrote; 0 when that makes no sense.</param>
/// <param name="Fault">The fault that the request met; null when there was none.</param>
public sealed record LoggedRequest(
    long Number, Instant At, string Method, string Path, string Kind, int Status, int Records, FaultKind? Fault);

using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Holds what is decided about the logging of calls as it is stored; a null duration takes the default of the day.</summary>
internal sealed record CallSettingsRow(
    bool LogCalls, bool LogMessages, bool SkipsPauses, long? SinceTicks, bool RecordingLinks, long? WaitNanoseconds)
{
    public static CallSettingsRow? Of(CallSettings calls) => calls == new CallSettings() ? null : new(
        calls.LogCalls, calls.LogMessages, !calls.CatchUp, calls.Since?.Ticks, calls.RecordingLinks, calls.WaitForContact.ToInt64Nanoseconds());

    public CallSettings ToSettings()
    {
        var defaults = new CallSettings();
        return new CallSettings
        {
            LogCalls = LogCalls,
            LogMessages = LogMessages,
            CatchUp = !SkipsPauses,
            Since = SinceTicks is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null,
            RecordingLinks = RecordingLinks,
            WaitForContact = WaitNanoseconds is { } wait ? Duration.FromNanoseconds(wait) : defaults.WaitForContact,
        };
    }
}

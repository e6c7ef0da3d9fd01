using NodaTime;

namespace CrmMapping;

/// <summary>Words what the engine tells people about contacts. No values in it.</summary>
internal static class EngineMessages
{
    public const string LinkEnds = "the link ends, as the record was deleted on one side";

    public const string MovedSincePreview =
        "Left alone: the contact stands otherwise than when it was previewed. Preview it again, or leave it to the routine.";

    public const string Cancelled = "Cancelled. What was written by then stays.";

    public const string NoUsers = "There is no list of the host's users. Say UseUsers in AddCrmMapping.";

    public const string MapMovedSincePreview =
        "Nothing was written: the mapping, a setting, an option or a pair of owners changed since the preview was made. Make a new preview and apply that.";

    public const string ReportMovedSincePreview =
        "Nothing was changed: what the preview showed stands otherwise by now. Make a new preview and apply that.";

    public const string MapMovedInPreview =
        "The mapping, a setting, an option or a pair of owners changed while the preview was made. Make it anew.";

    public const string NoLeadStatuses = "This CRM keeps no lead statuses, or the map holds none. Map a property with AsDispositionStatus().";

    public const string NoOutcomes = "The application decides no outcomes of calls. Say AddCallOutcomes in AddCrmMapping.";

    public const string LeftOutOfAudience = "Has no phone number.";

    public const string ConvertedLeftOut = "The lead was converted: the contact that it became counts in its place.";

    public static string CallOnSeveral(int others) =>
        $"The number of a call belongs to {others} more; the call was logged here alone. Merge them, or correct the numbers, so that calls are found where they belong.";

    public static string CallRefused(string key, string? reason) =>
        $"'{key}' was not logged, as the CRM refused it: {reason ?? "it did not say why"}. Remove the cause; the next change of the call logs it.";

    public static string CallsWaiting(Duration wait) =>
        $"Calls or messages wait for a contact that has their number, each for {wait.TotalDays:0.#} days. Create the contacts, or give them the numbers; what waited too long is left out.";

    public static string OutcomesNotFound(IEnumerable<string> refusals) => string.Join('\n', refusals);

    public static string Reevaluated(int changed, int left, bool isPreview) =>
        $"{changed} outcomes {(isPreview ? "would change" : "changed")}, {left} left as somebody set them in the CRM.";

    public static string OutcomeSetByHand(string label) => $"Left alone: somebody set '{label}' in the CRM.";

    public static string OutcomeNotWritten(CrmWriteResult result) =>
        $"Not changed: {result.Message ?? $"the CRM answered {result.Outcome}"}. Preview it again later.";

    public static string NotOffered(string kind, string what) => $"{kind} offers no way to {what}.";

    public static string NoPreview(string id) =>
        $"There is no finished preview '{id}' on this connection. Make one with StartPreviewAsync and wait for its end.";

    public static string HasNoContacts(OperationKind kind) => $"{kind} works through no contacts. Ask for it by the method of its name.";

    public static string NothingToApply(OperationKind kind) =>
        $"{kind} changes nothing, so its preview is all there is to it: nothing is left to apply. Read the preview's report.";

    public static string NoContact(string localId) =>
        $"There is no contact '{localId}' here, and none was linked under that id. Ask for it by the id that the host's repository gave it.";

    public static string UserTwice(string userId) =>
        $"The host lists the user '{userId}' twice, with different facts, so nobody was paired. Let IUserDirectory give each user once.";

    public static string NotMapped(string localField) => $"'{localField}' is not mapped. Backfill a field that takes part in the mapping.";

    public static (IssueCode Code, string? Field, string Message) NotKept(FieldMapping mapping) => (
        IssueCode.NotKeptByCrm, mapping.Local.Key,
        $"{mapping.Local.Key}: the CRM took the write but holds another value in '{mapping.Crm.Key}'. It was left so: check the field's rules in the CRM.");

    public static (IssueCode Code, string? Field, string Message) NoPhone(FieldMapping mapping) => (
        IssueCode.InvalidPhone, mapping.Local.Key,
        $"{mapping.Local.Key}: the text is no phone number. It was kept as it is and is not used for matching: correct it, or set the connection's default phone region.");

    public static (IssueCode Code, string? Field, string Message) DuplicateIgnored(string firstId, RecordType firstKind) => (
        IssueCode.DuplicateIgnored, null,
        $"{firstId} has the same phone number and is of the kind that goes first, {firstKind}, so this record is ignored. Merge the two in the CRM, or correct one of the numbers.");

    public static (IssueCode Code, string? Field, string Message) LeadConverted(string contactId) => (
        IssueCode.LeadConverted, null,
        $"The lead was converted into the contact {contactId}, and the connection syncs no contacts, so the link ended. Let it sync contacts as well to follow it there.");

    public static (IssueCode Code, string? Field, string Message) ConvertedIntoClaimed(string contactId, string localId) => (
        IssueCode.MatchClaimed, null,
        $"The lead was converted into {contactId}, which {localId} is linked with. Nothing was written: merge the two contacts here as well.");

    public static (IssueCode Code, string? Field, string Message) MadeBefore(string localId, string otherId) => (
        IssueCode.MatchClaimed, null,
        $"{localId} was made of this record here, and is linked with {otherId} by now. Nothing was written: merge the two records in the CRM.");

    public static (IssueCode Code, string? Field, string Message) EditedAndDeleted(SyncSide deleted) => (
        IssueCode.EditedAndDeleted, null,
        deleted == SyncSide.Crm
            ? "The CRM record was deleted while the contact was edited here. The edit was kept and the link ended: sync the contact by hand to create it again."
            : "The contact was deleted here while the CRM record was edited. The record was kept and the link ended: delete it in the CRM as well, if you want that.");

    public static (IssueCode Code, string? Field, string Message) Quarantined(int attempts, string? cause) => (
        IssueCode.Quarantined, null,
        $"Failed {attempts} times and is put aside until it changes: {cause ?? "the cause is not known"}. Correct the cause, then sync the contact by hand.");

    public const string ChangesHeld =
        "The volume guard holds changes back: the last run of SyncChanges says which. Raise the guard of the connection, or sync the changes by hand.";

    /// <summary>Says why work did not go on. What the host's own code says stays in the log, as it may hold values.</summary>
    public static string JobFailed(Exception failure) => failure is CrmException or SyncStoreException or LeaseLostException
        ? failure.Message
        : $"'{failure.GetType().Name}' was thrown. It is tried again; the log has it whole.";

    public static string? WhyMissing(SyncSide? missing) => missing switch
    {
        SyncSide.Crm => "the CRM did not give the record, though nobody said that it was deleted",
        SyncSide.Local => "the host did not give the contact, though nobody said that it was deleted",
        _ => null,
    };

    public static (IssueCode Code, string? Field, string Message) Refused(SyncSide side, string? message) => (
        side == SyncSide.Crm ? IssueCode.RefusedByCrm : IssueCode.RefusedByHost, null,
        $"{(side == SyncSide.Crm ? "The CRM" : "The host")} refused the record: {message ?? "it did not say why"}");

    public static string Paused => "The connection is paused: what happens meanwhile is kept, and made up for once it is resumed.";

    public const string CredentialsNotKept =
        "The credentials are gone as soon as they are kept: somebody disconnects the connection again and again, or the ICredentialSource keeps nothing. "
        + "See to that, then reconnect it.";

    public static string Disconnected => "The connection is disconnected and has no credentials. Reconnect it with new ones.";

    public static string Unworkable(IEnumerable<MappingMistake> mistakes) =>
        $"The saved settings cannot be worked under. Save them anew: {string.Join(" ", mistakes.Select(static m => $"{m.Field}: {m.Message}"))}";

    public static string Guarded(string what, long planned, long allowed) =>
        $"Stopped before it would {what}: {planned}, and {allowed} are allowed in one run. Preview the run; if it is right, raise the volume guard of the connection and start it again. What was written by then stays.";
}

namespace CrmMapping;

/// <summary>Finds a record's counterpart by phone number, then by e-mail, and never guesses.</summary>
internal static class Matcher
{
    public static MatchDecision Match(
        MatchCandidate subject, IReadOnlyCollection<MatchCandidate> candidates, EquatableArray<MatchKeyKind> uniqueKeys)
    {
        var byPhone = candidates.Where(c => subject.Phone is not null && c.Phone == subject.Phone).ToList();
        var byEmail = candidates.Where(c => subject.Email is not null && c.Email == subject.Email).ToList();
        var freeByPhone = byPhone.Where(static c => !c.IsLinked).ToList();
        var freeByEmail = byEmail.Where(static c => !c.IsLinked).ToList();
        return (freeByPhone.Count, freeByEmail.Count) switch
        {
            (0, 0) => New(byPhone, byEmail, uniqueKeys),
            (0, 1) => MatchDecision.To(freeByEmail[0].Id),
            (0, _) => Ambiguous(freeByEmail),
            (_, 0) => ByPhoneAlone(subject, freeByPhone, () => New(byPhone, byEmail, uniqueKeys)),
            _ => ByBoth(freeByPhone, freeByEmail),
        };
    }

    /// <summary>Makes the decision about a record that claims what others claim too.</summary>
    public static MatchDecision Claimed(string id, IReadOnlyList<MatchCandidate> claimants) => MatchDecision.Issue(
        IssueCode.MatchClaimed,
        $"Several records claim {id}: {List(claimants)}. Nothing was written: merge them, or give them keys that differ.",
        claimants);

    /// <summary>Makes the decision for the one candidate that there may be.</summary>
    public static MatchDecision OnlyOne(IReadOnlyList<MatchCandidate> candidates) =>
        candidates is [var only] ? MatchDecision.To(only.Id) : Ambiguous([.. candidates]);

    /// <summary>Gives the linked candidates that may be the very record that a stranger is, under another id.</summary>
    /// <remarks>
    /// Who shares the e-mail address may be; who shares only the phone may be where neither has an address and nobody else has the
    /// phone. Numbers that whole companies share say nothing.
    /// </remarks>
    public static IEnumerable<MatchCandidate> LikelySame(
        IReadOnlyCollection<MatchCandidate> strangers, IReadOnlyCollection<MatchCandidate> candidates)
    {
        var emails = strangers.Select(static s => s.Email).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var phones = strangers.Where(static s => s.Email is null).Select(static s => s.Phone).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var holders = candidates.Where(static c => c.Phone is not null).CountBy(static c => c.Phone!).ToDictionary();
        return candidates.Where(c => c.IsLinked && (c.Email is { } email
            ? emails.Contains(email)
            : c.Phone is { } phone && phones.Contains(phone) && holders[phone] == 1));
    }

    private static MatchDecision ByBoth(List<MatchCandidate> byPhone, List<MatchCandidate> byEmail)
    {
        var both = byPhone.Where(byEmail.Contains).ToList();
        return both.Count switch
        {
            1 => MatchDecision.To(both[0].Id),
            0 => MatchDecision.Issue(
                IssueCode.MatchContradictory,
                $"The phone number points at {List(byPhone)}, the e-mail address at {List(byEmail)}. Correct one of them, or merge the records.",
                byPhone.Concat(byEmail)),
            _ => Ambiguous(both),
        };
    }

    // Two e-mail addresses that differ tell people apart who share a phone.
    private static MatchDecision ByPhoneAlone(MatchCandidate subject, List<MatchCandidate> byPhone, Func<MatchDecision> orNew)
    {
        var likely = byPhone.Where(c => subject.Email is null || c.Email is null || c.Email == subject.Email).ToList();
        return likely.Count switch
        {
            1 => MatchDecision.To(likely[0].Id),
            0 => orNew(),
            _ => Ambiguous(likely),
        };
    }

    private static MatchDecision New(
        List<MatchCandidate> byPhone, List<MatchCandidate> byEmail, EquatableArray<MatchKeyKind> uniqueKeys)
    {
        (MatchKeyKind Key, List<MatchCandidate> Holders)[] shared = [(MatchKeyKind.Phone, byPhone), (MatchKeyKind.Email, byEmail)];
        var held = shared.Where(static s => s.Holders.Count > 0).ToList();
        if (held.Find(s => uniqueKeys.Contains(s.Key)) is { Holders: not null } taken)
        {
            return MatchDecision.Issue(
                IssueCode.KeyShared,
                $"The {Name(taken.Key)} is held by {List(taken.Holders)} already, and contacts here are unique by it. "
                + "Nothing was created: correct it, or merge the records.",
                taken.Holders);
        }

        return held.Count == 0 ? MatchDecision.New : MatchDecision.NewBeside(
            IssueCode.KeyShared,
            $"Created as a new record, though {string.Join(", and ", held.Select(s => $"{List(s.Holders)} {(s.Holders.Count == 1 ? "has" : "have")} the same {Name(s.Key)}"))}.",
            held.SelectMany(static s => s.Holders));
    }

    private static string Name(MatchKeyKind key) => key == MatchKeyKind.Phone ? "phone number" : "e-mail address";

    private static MatchDecision Ambiguous(List<MatchCandidate> candidates) => MatchDecision.Issue(
        IssueCode.MatchAmbiguous,
        $"Several records could be the counterpart: {List(candidates)}. Nothing was written: merge them, or give them keys that differ.",
        candidates);

    private static string List(IReadOnlyList<MatchCandidate> candidates) => candidates.Count <= 5
        ? string.Join(", ", candidates.Select(static c => c.Id))
        : $"{string.Join(", ", candidates.Take(5).Select(static c => c.Id))} and {candidates.Count - 5} more";
}

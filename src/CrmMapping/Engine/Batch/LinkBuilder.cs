namespace CrmMapping;

/// <summary>Makes the link that remembers what both sides hold after a contact was worked.</summary>
internal sealed class LinkBuilder(ConnectionScope scope, Pair pair, Batch batch)
{
    private readonly List<int> _unconfirmed = [];

    public ContactLink Build()
    {
        var version = pair.LocalResult is { Outcome: LocalSaveOutcome.Saved } saved ? saved.Version : pair.Local?.Version ?? "";
        var wroteToCrm = pair.CrmResult is { Outcome: CrmWriteOutcome.Written };
        var link = pair.Link ?? new ContactLink { LocalId = pair.LocalId!, CrmId = pair.CrmId! };
        if (RestsAsBefore(link, version, wroteToCrm))
        {
            return link;
        }

        using var loan = batch.LendBuffers();
        var (local, crm) = NextBases();
        var seen = wroteToCrm || pair.CrmValues is null ? null : pair.CrmValues;
        return BaseCodec.Pack(link, local, crm, seen) with
        {
            RecordType = scope.RecordType,
            CrmId = pair.CrmId!,
            LocalVersion = version,
            // A write touches some fields, so its time says nothing of what others did to the rest meanwhile.
            CrmModifiedAt = wroteToCrm ? null : pair.CrmModifiedAt,
            LayoutId = scope.Map.LayoutId,
            Unconfirmed = _unconfirmed.ToEquatableArray(),
            SettledStamp = _unconfirmed.Count > 0 || pair.CrmResult is { RefusedFields.Count: > 0 } || WasLeftOut() ? null : scope.Context.Stamp,
        };
    }

    // A field that the CRM should have and did not give may be gone: the contact is worked again once that is known and mended.
    private bool WasLeftOut()
    {
        for (var ordinal = 0; ordinal < scope.Map.Count; ordinal++)
        {
            if (pair.CrmValues?.IsUnknown(ordinal) == true && !scope.Map.IsSuspended(ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // A contact that was only looked at costs no write.
    private bool RestsAsBefore(ContactLink link, string version, bool wroteToCrm) =>
        pair.Plan.Kind == PlanKind.Nothing && !wroteToCrm && pair is { Link: not null, IsRecalled: false }
        && link.LocalVersion == version && pair.CrmValues is not null
        && scope.Bases.IsSettled(link, pair.CrmValues, scope.Context.Stamp);

    private (RecordBuffer Local, RecordBuffer Crm) NextBases()
    {
        var count = scope.Map.Count;
        var (local, crm) = (batch.Buffer(count), batch.Buffer(count));
        var decided = new FieldDecision?[count];
        foreach (var decision in pair.Plan.Decisions)
        {
            decided[decision.Ordinal] = decision;
        }

        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            if (decided[ordinal] is { } decision && WasDone(decision))
            {
                local.Set(ordinal, LocalBase(decision));
                crm.Set(ordinal, CrmBase(decision));
            }
            else if (pair is { AgreedLocal: { } agreedLocal, AgreedCrm: { } agreedCrm } && (pair.Link is not null || !agreedLocal.IsUnknown(ordinal)))
            {
                local.Copy(ordinal, agreedLocal);
                crm.Copy(ordinal, agreedCrm);
            }
            else
            {
                // Never brought together: whatever the two hold still counts as a change.
                local.SetBlank(ordinal);
                crm.SetBlank(ordinal);
            }
        }

        KeepUnconfirmed(decided);
        return (local, crm);
    }

    private bool WasDone(FieldDecision decision) => decision.Written switch
    {
        SyncSide.Local => pair.LocalResult is { Outcome: LocalSaveOutcome.Saved } && !IsRefused(decision.Mapping.Local.Key),
        SyncSide.Crm => pair.IsSent(decision) && pair.CrmResult is { Outcome: CrmWriteOutcome.Written } result
            && !result.RefusedFields.AsSpan().ContainsField(decision.Mapping.Crm.Key),
        _ => true,
    };

    private bool IsRefused(string localKey) =>
        pair.LocalResult!.RefusedFields.AsSpan().ContainsField(localKey)
        || pair.Issues.Exists(i => i.Field == localKey && i.Code is IssueCode.NotConvertible or IssueCode.BlankNotAllowed);

    // What the host holds now is what counts, also where it has a value of its own for a blank.
    private FieldValue LocalBase(FieldDecision decision) =>
        decision.Written == SyncSide.Local || pair.Plan.Kind == PlanKind.CreateLocally && decision.Issue is null
            ? SyncPlanner.Canonical(pair.LocalValues!, decision.Ordinal, decision.Mapping.Local.Type, scope.Context)
            : decision.NextLocal;

    private FieldValue CrmBase(FieldDecision decision)
    {
        if (decision.Written != SyncSide.Crm)
        {
            return decision.NextCrm;
        }

        var confirmed = pair.CrmResult!.Confirmed is { } answer
            ? SyncPlanner.Canonical(answer, decision.Ordinal, decision.Mapping.Crm.Type, scope.Context)
            : default;
        if (confirmed.IsUnknown)
        {
            _unconfirmed.Add(decision.Ordinal);
            return decision.NextCrm;
        }

        // Words that moved from one part of a whole into another were kept.
        if (confirmed != decision.NextCrm && decision.Mapping.Crm.PartOf is null)
        {
            pair.Issues.Add(EngineMessages.NotKept(decision.Mapping));
        }

        return confirmed;
    }

    private void KeepUnconfirmed(FieldDecision?[] decided)
    {
        foreach (var ordinal in pair.Unconfirmed)
        {
            if (decided[ordinal] is null && pair.CrmValues?.IsUnknown(ordinal) != false)
            {
                _unconfirmed.Add(ordinal);
            }
        }
    }
}

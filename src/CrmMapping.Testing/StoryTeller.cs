using NodaTime;

namespace CrmMapping;

/// <summary>Turns a story into what the planner takes, and asks it.</summary>
internal sealed class StoryTeller<TContact>(ScenarioMap<TContact> scenario, Story<TContact> story, PlanContext context)
    where TContact : class, new()
{
    private readonly CompiledMap _map = context.Map;

    public ContactPlan Plan()
    {
        story.EnsureTold();
        var contact = story.Agreed.Aggregate(new TContact(), static (contact, step) => step(contact));
        var agreedLocal = Read(contact);
        var agreedCrm = AgreedCrm(agreedLocal);
        var (edited, localTimes) = EditLocally(contact);
        var (crm, crmTimes) = EditInCrm(agreedCrm);
        var (isLinked, isLocal, isInCrm) = (
            story.Beginning == StoryBeginning.Linked,
            story.Beginning != StoryBeginning.OnlyInCrm,
            story.Beginning != StoryBeginning.OnlyLocal);
        return SyncPlanner.Plan(new PlanInput
        {
            Context = context,
            AgreedLocal = isLinked ? agreedLocal : null,
            AgreedCrm = isLinked ? agreedCrm : null,
            Local = isLocal ? Read(edited) : null,
            Crm = isInCrm ? crm : null,
            Contact = isLocal ? edited : null,
            Evidence = new RecordEvidence
            {
                LocalModifiedAt = story.LocalModifiedAt,
                CrmModifiedAt = story.CrmModifiedAt,
                LocalFields = localTimes,
                CrmFields = crmTimes,
                HistoryWasRead = true,
            },
        });
    }

    private RecordBuffer Read(TContact contact)
    {
        var (raw, canonical) = (new RecordBuffer(), new RecordBuffer(_map.Count));
        _map.Access.Read(contact, raw);
        for (var ordinal = 0; ordinal < _map.Count; ordinal++)
        {
            canonical.Set(ordinal, SyncPlanner.Canonical(raw, ordinal, _map[ordinal].Local.Type, context));
        }

        return canonical;
    }

    private RecordBuffer AgreedCrm(RecordBuffer agreedLocal)
    {
        var crm = new RecordBuffer(_map.Count);
        for (var ordinal = 0; ordinal < _map.Count; ordinal++)
        {
            crm.Set(ordinal, story.AgreedInCrm.TryGetValue(ordinal, out var said)
                ? Canonical(said, _map[ordinal].Crm.Type)
                : Translated(_map[ordinal], agreedLocal.Value(ordinal)));
        }

        return crm;
    }

    private FieldValue Translated(FieldMapping mapping, FieldValue local)
    {
        var transfer = ValueTransfer.Translate(mapping, local, context, toCrm: true);
        return transfer.Issue is not { } issue ? transfer.Value
            : local.IsBlank ? FieldValue.Blank
            : throw new InvalidOperationException(
                $"The two sides cannot have agreed: {issue.Message} Or say what the CRM held, with LastAgreedInCrm(\"{mapping.Crm.Key}\", …).");
    }

    private FieldValue Canonical(FieldValue value, FieldType type)
    {
        var buffer = new RecordBuffer(1);
        buffer.Set(0, value);
        return SyncPlanner.Canonical(buffer, 0, type, context);
    }

    private (TContact Contact, Dictionary<string, Instant> Times) EditLocally(TContact contact)
    {
        var times = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var (edit, at) in story.LocalEdits)
        {
            var (before, after) = (new RecordBuffer(), new RecordBuffer());
            scenario.Watch.Read(contact, before);
            contact = edit(contact);
            scenario.Watch.Read(contact, after);
            for (var place = 0; place < after.Count; place++)
            {
                if (at is { } time && !after.Same(place, before))
                {
                    times[scenario.LocalKey(place)] = time;
                }
            }
        }

        return (contact, times);
    }

    private (RecordBuffer Crm, Dictionary<string, Instant> Times) EditInCrm(RecordBuffer agreed)
    {
        var crm = new RecordBuffer(_map.Count);
        var times = new Dictionary<string, Instant>(StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < _map.Count; ordinal++)
        {
            crm.Copy(ordinal, agreed);
        }

        foreach (var (ordinal, value, at) in story.CrmEdits)
        {
            crm.Set(ordinal, value);
            if (at is { } time)
            {
                times[_map[ordinal].Crm.Key] = time;
            }
        }

        return (crm, times);
    }
}

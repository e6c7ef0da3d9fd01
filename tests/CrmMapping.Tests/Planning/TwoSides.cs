using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Planning;

/// <summary>Keeps a contact on two sides and brings them together plan by plan, remembering bases as the engine does.</summary>
internal sealed class TwoSides
{
    private readonly CompiledMap _map;
    private RecordBuffer? _agreedLocal;
    private RecordBuffer? _agreedCrm;

    public TwoSides(ContactMap map, ConnectionSettings? settings = null, params FieldDescriptor[] fields)
    {
        var set = map.Set();
        _map = map.Compile(set).With(
            [.. set.Mappings.Select(m => fields.FirstOrDefault(f => f.Key == m.Crm.Key) ?? m.Crm)]);
        Context = new PlanContext(
            _map,
            EffectiveSettings.Of(settings ?? new ConnectionSettings(), new CrmTraits()),
            OwnerPairing.None,
            new CanonicalContext(new PhoneNumberNormalizer(), null));
        Crm = _map.Set.Mappings.ToDictionary(static m => m.Crm.Key, static _ => FieldValue.Blank);
    }

    public PlanContext Context { get; init; }

    public Contact Local { get; } = new();

    public Dictionary<string, FieldValue> Crm { get; }

    public IEnumerable<FieldMapping> Mappings => _map.Set.Mappings;

    public ContactPlan Plan(RecordEvidence evidence = default) => SyncPlanner.Plan(new PlanInput
    {
        Context = Context,
        AgreedLocal = _agreedLocal,
        AgreedCrm = _agreedCrm,
        Local = ReadLocal(),
        Crm = ReadCrm(),
        Contact = Local,
        Evidence = evidence,
    });

    public ContactPlan Sync()
    {
        var plan = Plan();
        Write(plan);
        Remember(plan);
        return plan;
    }

    /// <summary>Carries out the writes and remembers nothing, as a process does that dies in between.</summary>
    public void Write(ContactPlan plan)
    {
        var patch = new RecordBuffer(_map.Count);
        foreach (var decision in plan.Decisions)
        {
            if (decision.Written == SyncSide.Local)
            {
                patch.Set(decision.Ordinal, decision.NewValue);
            }
            else if (decision.Written == SyncSide.Crm)
            {
                Crm[decision.Mapping.Crm.Key] = decision.NewValue;
            }
        }

        _map.Access.Apply(Local, patch).Should().BeEmpty();
    }

    /// <summary>Remembers what the CRM holds after it was written, as an answer tells that carries values.</summary>
    public void Confirm(ContactPlan plan)
    {
        Remember(plan);
        foreach (var decision in plan.Decisions.Where(static decision => decision.Written == SyncSide.Crm))
        {
            _agreedCrm!.Set(decision.Ordinal, Crm[decision.Mapping.Crm.Key]);
        }
    }

    public bool Agree(FieldMapping mapping) =>
        ValueTransfer.Correspond(mapping, LocalValue(mapping), Crm[mapping.Crm.Key], Context);

    public FieldValue LocalValue(FieldMapping mapping) => ReadLocal().Value(Mappings.ToList().IndexOf(mapping));

    private void Remember(ContactPlan plan)
    {
        var (local, crm, held) = (new RecordBuffer(_map.Count), new RecordBuffer(_map.Count), ReadLocal());
        for (var ordinal = 0; ordinal < _map.Count; ordinal++)
        {
            var decision = plan.Decisions.FirstOrDefault(d => d.Ordinal == ordinal);
            local.Set(ordinal, decision is { Written: SyncSide.Local } ? held.Value(ordinal)
                : decision?.NextLocal ?? _agreedLocal?.Value(ordinal) ?? FieldValue.Blank);
            crm.Set(ordinal, decision?.NextCrm ?? _agreedCrm?.Value(ordinal) ?? FieldValue.Blank);
        }

        (_agreedLocal, _agreedCrm) = (local, crm);
    }

    private RecordBuffer ReadLocal()
    {
        var values = new RecordBuffer();
        _map.Access.Read(Local, values);
        return values;
    }

    private RecordBuffer ReadCrm()
    {
        var values = new RecordBuffer(_map.Count);
        for (var ordinal = 0; ordinal < _map.Count; ordinal++)
        {
            values.Set(ordinal, Crm[_map[ordinal].Crm.Key]);
        }

        return values;
    }
}

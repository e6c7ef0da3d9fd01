using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Checks all the inputs of a batch before the first is written.</summary>
internal sealed class WriteBatch
{
    private readonly HubSpotCall _call;
    private readonly BatchAnswer _answer;
    private readonly List<Planned> _planned = [];
    private readonly List<string> _missing = [];
    private readonly bool _isTraced;

    public WriteBatch(HubSpotCall call)
    {
        _call = call;
        Kind = call.Portal.FindKind(call.Path[1]);
        Inputs = BatchAnswer.Inputs(call);
        _answer = new BatchAnswer(call, Kind);
        var traces = Inputs.Select(input => input.Text("objectWriteTraceId")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _isTraced = traces.Count == Inputs.Count;
    }

    public ObjectKind Kind { get; }

    public IReadOnlyList<JsonElement> Inputs { get; }

    /// <summary>Whether the batch fails as a whole even when its inputs can be told apart.</summary>
    public bool IsWhole { get; set; }

    public void RefuseDuplicates() =>
        BatchIds.Distinct(Inputs, foldCase: Inputs.Any(input => input.Text("idProperty") is UniqueValues.Email));

    public void Missing(JsonElement input) => _missing.Add(input.Text("id")!);

    public void Plan(JsonElement input, CrmRecord? record, bool? isNew, KeyValuePair<string, string>? key = null) =>
        _planned.Add(new Planned(input, record, isNew, key));

    public void Run(int success)
    {
        var partial = _isTraced && !IsWhole;
        if (!partial)
            RefuseClashes();
        RefuseTakenAddresses();
        var writes = _planned.ConvertAll(planned => partial ? default : Prepare(planned));
        for (var i = 0; i < _planned.Count; i++)
        {
            try
            {
                // An input that is told apart is checked against what the inputs before it wrote.
                Write(_planned[i], partial ? Prepare(_planned[i]) : writes[i]);
            }
            catch (HubSpotProblem problem) when (partial)
            {
                _answer.Fail(problem, _planned[i].Input.Text("objectWriteTraceId"));
            }
        }

        _answer.FailMissing(_missing);
        _answer.Write(success);
    }

    private PreparedWrite Prepare(Planned planned)
    {
        var values = planned.Input.PropertyMap();
        if (planned is { Record: null, Key: { } key } && !values.Exists(pair => pair.Key == key.Key))
            values.Add(new(key.Key, key.Value));
        if (planned.Record is null)
            ObjectEndpoints.RequireTimestamp(Kind, values);
        return _call.Portal.Editor.Prepare(Kind, planned.Record, values, _call.Origin);
    }

    private void Write(Planned planned, PreparedWrite write)
    {
        var record = planned.Record;
        if (record is null)
        {
            var links = AssociationEndpoints.ReadLinks(_call.Portal, planned.Input);
            record = _call.Portal.Editor.Create(Kind, write, _call.Origin);
            AssociationEndpoints.Link(_call.Portal, Kind, record, links);
        }
        else
        {
            _call.Portal.Editor.Update(Kind, record, write, _call.Origin);
        }

        _answer.Add(record, planned.Input.PropertyMap().Select(pair => pair.Key), planned.IsNew, planned.Input.Text("objectWriteTraceId"));
    }

    // Two inputs that claim one unique value cannot both be written, and nothing is written when one cannot.
    private void RefuseClashes()
    {
        var claimed = new HashSet<(string, string)>();
        foreach (var planned in _planned)
        {
            foreach (var (name, value) in planned.Input.PropertyMap())
            {
                if (value is { Length: > 0 } && Kind.Schema.FindProperty(name) is { } property && Kind.Unique.IsUnique(property)
                    && !claimed.Add((name, value.ToLowerInvariant())))
                    throw HubSpotProblem.DuplicateIds([value]);
            }
        }
    }

    // An upsert by another property that meets a taken address fails whole, whatever the trace ids, and does not say which input it was.
    private void RefuseTakenAddresses()
    {
        foreach (var planned in _planned.Where(planned => planned.Key is not null && Kind.IsContacts))
        {
            if (planned.Input.PropertyMap().Find(pair => pair.Key is UniqueValues.Email).Value is { Length: > 0 } email
                && Kind.Unique.OwnerOf(UniqueValues.Email, email) is { } owner && owner != planned.Record?.Id)
                throw HubSpotProblem.EmailTaken(Kind.Records.Find(owner)!, email);
        }
    }

    private sealed record Planned(JsonElement Input, CrmRecord? Record, bool? IsNew, KeyValuePair<string, string>? Key);
}

using BenchmarkDotNet.Attributes;

namespace CrmMapping.Benchmarks;

/// <summary>Planning a contact of sixty fields, beside the comparison written by hand. Aims: 1.5 and 3 times, and no memory for the unchanged.</summary>
[MemoryDiagnoser]
public class Planning
{
    private readonly WideContact _agreed = Samples.Wide();
    private readonly RecordBuffer _agreedBuffer = new();
    private readonly RecordBuffer _localBuffer = new();
    private readonly RecordBuffer _crmBuffer = new();
    private WideContact _local = null!;
    private WideContact _crm = null!;
    private PlanContext _context = null!;

    [Params(0, 3)]
    public int Changed { get; set; }

    /// <summary>Whether the CRM gives the values in the order of the map.</summary>
    [Params(true, false)]
    public bool InMapOrder { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var map = Samples.Compile(new WideMap());
        _local = Samples.Wide(0, c => c.P07 = Changed > 0 ? "Ada" : c.P07);
        _crm = Samples.Wide(0, c => (c.P21, c.P42) = Changed > 0 ? ("Countess", "London") : (c.P21, c.P42));
        _context = new PlanContext(
            map, EffectiveSettings.Of(new ConnectionSettings(), new CrmTraits()), OwnerPairing.None, new CanonicalContext(null, null));
        map.Access.Read(_agreed, _agreedBuffer);
        map.Access.Read(_local, _localBuffer);
        map.Access.Read(_crm, _crmBuffer);
        if (!InMapOrder)
        {
            Samples.Reverse(_crmBuffer);
        }

        if (Plan().Decisions.Count != Changed)
        {
            throw new InvalidOperationException($"The plan is not what is measured: {Plan()}");
        }
    }

    [Benchmark(Baseline = true)]
    public ulong WrittenByHand()
    {
        var (local, crm) = HandWrittenDiff.Of(_agreed, _local, _crm);
        return local ^ crm;
    }

    [Benchmark]
    public ContactPlan Plan() => SyncPlanner.Plan(new PlanInput
    {
        Context = _context,
        AgreedLocal = _agreedBuffer,
        AgreedCrm = _agreedBuffer,
        Local = _localBuffer,
        Crm = _crmBuffer,
        Contact = _local,
    });
}

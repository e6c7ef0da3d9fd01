using BenchmarkDotNet.Attributes;

namespace CrmMapping.Benchmarks;

/// <summary>Sixty values into a host's contact. Aim: 1.3 times what is written by hand.</summary>
[MemoryDiagnoser]
public class Applying
{
    private readonly RecordBuffer _values = new();
    private readonly MixedContact _contact = new();
    private readonly ContactAccess _access = Samples.Compile(new MixedMap()).Access;

    [GlobalSetup]
    public void SetUp() => _access.Read(Samples.Mixed(), _values);

    [Benchmark(Baseline = true)]
    public MixedContact WrittenByHand()
    {
        HandWrittenAccess.Apply(_contact, _values);
        return _contact;
    }

    [Benchmark]
    public MixedContact Apply()
    {
        _access.Apply(_contact, _values);
        return _contact;
    }
}

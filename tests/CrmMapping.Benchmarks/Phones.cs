using BenchmarkDotNet.Attributes;

namespace CrmMapping.Benchmarks;

/// <summary>A phone number that is in its canonical form already, and one that a person typed.</summary>
[MemoryDiagnoser]
public class Phones
{
    private readonly PhoneNumberNormalizer _normalizer = new();
    private readonly byte[] _room = new byte[PhoneNumber.MaxLength];

    [Benchmark]
    public int Canonical() => _normalizer.TryNormalize("+14155550123"u8, null, _room, out var written) ? written : 0;

    [Benchmark]
    public int Typed() => _normalizer.TryNormalize("(415) 555-0123"u8, "US", _room, out var written) ? written : 0;
}

using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CrmMapping.HubSpot;

namespace CrmMapping.Benchmarks;

/// <summary>
/// A batch of a hundred contacts that did not change, from the answer's bytes to "nothing to do", their snapshots in memory.
/// Aim: twice a pass over the bytes that makes nothing of them.
/// </summary>
[MemoryDiagnoser]
public class Rereading
{
    private const int Records = 100;

    private readonly CompiledMap _map = Samples.Compile(new WideMap());
    private byte[] _answer = [];
    private byte[][] _snapshots = [];
    private string[] _ids = [];

    /// <summary>Whether the CRM gives the values in the order of the map.</summary>
    [Params(true, false)]
    public bool InMapOrder { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _answer = Samples.Answer(Records, _map, InMapOrder);
        _ids = [.. Enumerable.Range(0, Records).Select(Samples.Id)];
        using var page = CrmPage.Rent();
        ContactPageReader.Read(_answer, ContactsApi.Names.Of(_map.CrmFields), page, _ids);
        _snapshots = [.. page.Select(static record => record.Values.ToSnapshot())];
        if (ParseAndCompare() != Records)
        {
            throw new InvalidOperationException("What is measured is not a batch that did not change.");
        }
    }

    [Benchmark(Baseline = true)]
    public int TokensAlone()
    {
        var reader = new Utf8JsonReader(_answer);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    [Benchmark]
    public int ParseAndCompare()
    {
        using var page = CrmPage.Rent();
        ContactPageReader.Read(_answer, ContactsApi.Names.Of(_map.CrmFields), page, _ids);
        var settled = 0;
        for (var record = 0; record < page.Count; record++)
        {
            settled += page[record].Values.Same(_snapshots[record].AsSpan()) ? 1 : 0;
        }

        return settled;
    }

    [Benchmark]
    public int ParseAlone()
    {
        using var page = CrmPage.Rent();
        ContactPageReader.Read(_answer, ContactsApi.Names.Of(_map.CrmFields), page, _ids);
        return page.Count;
    }
}

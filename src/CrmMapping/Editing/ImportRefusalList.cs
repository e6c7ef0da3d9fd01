using System.Collections;

namespace CrmMapping;

/// <summary>Collects what is wrong with a file, up to a bound, so that a hostile one costs little.</summary>
internal sealed class ImportRefusalList : IReadOnlyCollection<ImportRefusal>
{
    private const int Most = 100;

    private readonly List<ImportRefusal> _refusals = [];

    public int Count => _refusals.Count;

    public bool IsFull => _refusals.Count >= Most;

    public void Add(ImportRefusal refusal)
    {
        if (!IsFull)
        {
            _refusals.Add(refusal);
        }
    }

    public IEnumerator<ImportRefusal> GetEnumerator() => _refusals.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

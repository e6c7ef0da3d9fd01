namespace CrmMapping;

/// <summary>Lends buffers for the length of a batch and uses them again for the next.</summary>
internal sealed class BufferArena
{
    private readonly List<RecordBuffer> _buffers = [];
    private int _lent;

    public RecordBuffer Take(int count)
    {
        if (_lent == _buffers.Count)
        {
            _buffers.Add(new RecordBuffer());
        }

        var buffer = _buffers[_lent++];
        buffer.Reset(count);
        return buffer;
    }

    /// <summary>Begins a while: what is taken from here on is taken back when the loan is disposed of.</summary>
    public Loan Lend() => new(this, _lent);

    public void TakeAllBack() => _lent = 0;

    public readonly ref struct Loan(BufferArena arena, int lentBefore) : IDisposable
    {
        public void Dispose() => arena._lent = lentBefore;
    }
}

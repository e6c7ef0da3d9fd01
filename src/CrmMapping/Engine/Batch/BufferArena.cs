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

    public void TakeAllBack() => _lent = 0;
}

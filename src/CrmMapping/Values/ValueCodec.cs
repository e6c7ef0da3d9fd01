namespace CrmMapping;

/// <summary>Writes CLR values as canonical text and reads them back.</summary>
internal abstract class ValueCodec<TValue> : IValueCodec
{
    public abstract FieldType Type { get; }

    public virtual bool HoldsAnyText => false;

    public virtual EquatableArray<FieldOption> Options => [];

    public abstract void Write(TValue value, RecordBuffer into, int ordinal);

    /// <summary>Reads a value that is not blank.</summary>
    public abstract bool TryRead(ReadOnlySpan<byte> utf8, out TValue value);

    /// <summary>Gives what stands for blank where a new contact holds <paramref name="initial"/>.</summary>
    public virtual TValue BlankLike(TValue initial) => default!;

    /// <summary>Takes a value from a patch, unless it is unknown or cannot be held, which is noted.</summary>
    public bool TryTake(RecordBuffer patch, int ordinal, TValue blank, ref List<int>? refused, out TValue value)
    {
        value = blank;
        if (patch.IsUnknown(ordinal))
        {
            return false;
        }

        if (patch.IsBlank(ordinal) || TryRead(patch[ordinal], out value))
        {
            return true;
        }

        (refused ??= []).Add(ordinal);
        return false;
    }
}

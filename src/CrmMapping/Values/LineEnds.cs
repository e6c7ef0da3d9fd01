namespace CrmMapping;

/// <summary>Writes every line end as <c>\n</c>.</summary>
internal static class LineEnds
{
    public static bool TryWrite(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        written = 0;
        for (int next; (next = text.IndexOf((byte)'\r')) >= 0;)
        {
            text[..next].CopyTo(room[written..]);
            written += next;
            room[written++] = (byte)'\n';
            text = text[(next + 1)..];
            text = text is [(byte)'\n', ..] ? text[1..] : text;
        }

        text.CopyTo(room[written..]);
        written += text.Length;
        return true;
    }
}

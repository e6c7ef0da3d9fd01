using System.Text;

namespace QuickStart;

/// <summary>Knows how the text of a file is encoded.</summary>
internal sealed record FileText(Encoding Encoding, string Name)
{
    private const int BufferSize = 64 * 1024;

    // Damaged text holds a stray one here and there, what is no text is full of them.
    private const int TextPerControl = 20;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the whole file once: an encoding is wrong only where it breaks.</summary>
    /// <exception cref="InputException">The file is no text.</exception>
    public static FileText Recognise(FileInfo file)
    {
        using var stream = file.OpenRead();
        if (!stream.CanSeek)
        {
            throw new InputException($"'{file.FullName}' is a pipe or a device, and is read more than once. Save the contacts in a file.");
        }

        var buffer = new byte[BufferSize];
        var start = buffer.AsSpan(0, stream.ReadAtLeast(buffer, 512, throwOnEndOfStream: false));
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return new(Encoding.Unicode, "UTF-16");
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new(Encoding.BigEndianUnicode, "UTF-16, big end first");
        }

        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            throw new InputException($"'{file.Name}' is a workbook or an archive, no CSV. Save the sheet as CSV first.");
        }

        if (IsUtf16WithoutMark(start, zerosAt: 1))
        {
            return new(Encoding.Unicode, "UTF-16 without a mark");
        }

        if (IsUtf16WithoutMark(start, zerosAt: 0))
        {
            return new(Encoding.BigEndianUnicode, "UTF-16, big end first, without a mark");
        }

        stream.Position = 0;
        return Judge(file, stream, buffer);
    }

    private static FileText Judge(FileInfo file, FileStream stream, byte[] buffer)
    {
        var (isUtf8, isWestern, controls) = (true, true, 0L);
        var decoder = Utf8.GetDecoder();
        var room = new char[BufferSize + 16];
        while (stream.Read(buffer) is > 0 and var read)
        {
            var part = buffer.AsSpan(0, read);
            controls += CountControls(part);
            isWestern &= part.IndexOfAny(UndefinedInWestern) < 0;
            isUtf8 = isUtf8 && Decodes(decoder, part, room, stream.Position == stream.Length);
        }

        return controls * TextPerControl > stream.Length
            ? throw new InputException($"'{file.Name}' is no text, so no CSV. Save the contacts as CSV in UTF-8.")
            : isUtf8 ? new(Utf8, "UTF-8")
            : isWestern ? new(Western(), "Windows-1252, since it is no UTF-8 (check the accents)")
            : throw new InputException($"'{file.Name}' is neither UTF-8 nor UTF-16 nor Windows-1252. Save it as CSV in UTF-8.");
    }

    private static System.Buffers.SearchValues<byte> Control { get; } =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Where(code => code is not (9 or 10 or 11 or 12 or 13 or 26)).Select(code => (byte)code)]);

    private static System.Buffers.SearchValues<byte> UndefinedInWestern { get; } =
        System.Buffers.SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    private static long CountControls(ReadOnlySpan<byte> part)
    {
        var count = 0L;
        while (part.IndexOfAny(Control) is >= 0 and var at)
        {
            count++;
            part = part[(at + 1)..];
        }

        return count;
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> part, char[] room, bool isLast)
    {
        try
        {
            decoder.GetChars(part, room, isLast);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Western()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }

    private static bool IsUtf16WithoutMark(ReadOnlySpan<byte> start, int zerosAt)
    {
        var (zeros, pairs) = (0, Math.Min(start.Length, 512) / 2);
        for (var pair = 0; pair < pairs; pair++)
        {
            zeros += start[(pair * 2) + zerosAt] == 0 && start[(pair * 2) + 1 - zerosAt] != 0 ? 1 : 0;
        }

        return pairs > 1 && zeros * 10 >= pairs * 8;
    }
}

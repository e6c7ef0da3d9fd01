using System.Buffers;
using System.Text.Json;

namespace CrmMapping.Http;

/// <summary>Takes values from JSON straight into records, without a string for any of them.</summary>
public static class JsonFieldReading
{
    /// <summary>Takes the value at which a reader stands.</summary>
    /// <param name="values">Takes it: text as it is, null as blank, a number or a truth value as its text; a value of several parts stays unknown.</param>
    /// <param name="ordinal">The field's ordinal.</param>
    /// <param name="reader">The reader, which is at the value's end afterwards.</param>
    public static void Take(this RecordBuffer values, int ordinal, ref Utf8JsonReader reader)
    {
        ArgumentNullException.ThrowIfNull(values);
        switch (reader.TokenType)
        {
            case JsonTokenType.String when !reader.ValueIsEscaped:
                values.Set(ordinal, reader.ValueSpan);
                break;
            case JsonTokenType.String:
                TakeEscaped(values, ordinal, ref reader);
                break;
            case JsonTokenType.Null:
                values.SetBlank(ordinal);
                break;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                values.Set(ordinal, reader.ValueSpan);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void TakeEscaped(RecordBuffer values, int ordinal, ref Utf8JsonReader reader)
    {
        var text = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            var length = reader.CopyString(text);
            values.Set(ordinal, text.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }
}

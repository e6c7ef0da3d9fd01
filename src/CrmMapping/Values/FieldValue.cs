using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CrmMapping;

/// <summary>Holds one value of one field in canonical form, or says that it is blank or unknown.</summary>
/// <remarks>
/// Null, empty and white space are one value, <see cref="Blank"/>. The default of the struct is unknown: the value was not
/// read, so nothing is concluded from it and it overwrites nothing. Immutable, so safe to share between threads.
/// </remarks>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private readonly string? _text;

    private FieldValue(string text) => _text = text;

    /// <summary>Gets the blank value.</summary>
    public static FieldValue Blank { get; } = new(string.Empty);

    /// <summary>Gets a value that says that nothing is known.</summary>
    public static FieldValue Unknown => default;

    /// <summary>Gets whether the value is not known.</summary>
    [MemberNotNullWhen(false, nameof(Text))]
    public bool IsUnknown => _text is null;

    /// <summary>Gets whether the value is known to be blank.</summary>
    public bool IsBlank => _text is { Length: 0 };

    /// <summary>Gets whether there is a value, neither blank nor unknown.</summary>
    public bool HasValue => _text is { Length: > 0 };

    /// <summary>Gets the canonical text; empty when blank, null when unknown.</summary>
    public string? Text => _text;

    /// <summary>Makes a value of canonical text.</summary>
    /// <param name="text">The text; null, empty and white space are blank.</param>
    public static implicit operator FieldValue(string? text) => Of(text);

    /// <summary>Compares two values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Compares two values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);

    /// <summary>Makes a value of canonical text.</summary>
    /// <param name="text">The text; null, empty and white space are blank.</param>
    /// <returns>The value, never unknown.</returns>
    public static FieldValue Of(string? text) => string.IsNullOrWhiteSpace(text) ? Blank : new(text);

    /// <summary>Makes a value of canonical UTF-8 text.</summary>
    /// <param name="utf8">The text; empty and white space are blank.</param>
    /// <returns>The value, never unknown.</returns>
    public static FieldValue Of(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? Blank : Of(Encoding.UTF8.GetString(utf8));

    /// <inheritdoc />
    public bool Equals(FieldValue other) => string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _text is null ? -1 : string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>Shows the value on one line: the text in quotes, control characters as C# writes them, <c>blank</c> or <c>unknown</c>.</summary>
    /// <returns>The text for a person.</returns>
    public override string ToString() => _text switch
    {
        null => "unknown",
        "" => "blank",
        _ => $"\"{OnOneLine(_text)}\"",
    };

    private static string OnOneLine(string text) => !text.Any(char.IsControl) ? text : string.Concat(text.Select(static character => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsControl(character) => $"\\u{(int)character:X4}",
        _ => character.ToString(),
    }));
}

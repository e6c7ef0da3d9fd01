namespace CrmMapping;

/// <summary>Says what kind of value a field holds, and with it the value's canonical form.</summary>
public enum FieldType
{
    /// <summary>One line of text, kept as it is.</summary>
    Text,

    /// <summary>Several lines of text, line ends as <c>\n</c>.</summary>
    MultilineText,

    /// <summary>A decimal number, invariant, without leading or trailing zeros.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A calendar day, <c>2026-11-23</c>.</summary>
    Date,

    /// <summary>An instant in UTC, <c>2026-11-23T22:26:00Z</c>, fractions of a second without trailing zeros.</summary>
    DateTime,

    /// <summary>A local time of day with its offset, <c>08:33:16-07:00</c>.</summary>
    TimeOfDay,

    /// <summary>An e-mail address in lower case.</summary>
    Email,

    /// <summary>A phone number in E.164, with <c>;ext=</c> for an extension; the text itself where it is no number.</summary>
    Phone,

    /// <summary>A web address, kept as it is.</summary>
    Url,

    /// <summary>The internal value of one option.</summary>
    Picklist,

    /// <summary>The internal values of several options, sorted, parted by <c>;</c>.</summary>
    MultiPicklist,

    /// <summary>The local id of a user.</summary>
    Owner,
}

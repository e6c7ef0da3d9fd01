namespace CrmMapping.Pipedrive;

/// <summary>Names the shapes in which Pipedrive takes the values of fields.</summary>
internal enum FieldShape
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number: the id of a user, an organization, a person or an option.</summary>
    Id,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The ids of several options.</summary>
    Ids,

    /// <summary>A number and its currency.</summary>
    Money,

    /// <summary>A day and the day at its end.</summary>
    DateRange,

    /// <summary>A time of day without an offset, and the name of its zone.</summary>
    Time,

    /// <summary>The same, and the time at its end.</summary>
    TimeRange,

    /// <summary>An address as people write it, and its parts: a new text of it makes these new as well.</summary>
    Address,
}

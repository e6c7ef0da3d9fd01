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

    /// <summary>A value and its other parts, of which those that are not sent stay as they were read.</summary>
    Parts,

    /// <summary>The same, and its value is a number.</summary>
    Money,

    /// <summary>The same, and its value a time of day without an offset.</summary>
    Times,

    /// <summary>An address: a new text of it makes its parts new as well.</summary>
    Address,
}

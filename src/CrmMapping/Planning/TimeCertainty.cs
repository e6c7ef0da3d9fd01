namespace CrmMapping;

/// <summary>Says what a time of change is worth as evidence.</summary>
public enum TimeCertainty
{
    /// <summary>No time is known.</summary>
    None,

    /// <summary>The record's time: the field changed then or before.</summary>
    Record,

    /// <summary>The field's own time.</summary>
    Field,
}

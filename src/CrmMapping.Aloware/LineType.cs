namespace CrmMapping.Aloware;

/// <summary>Says what kind of line a phone number belongs to, as a look-up of the number told.</summary>
public enum LineType
{
    /// <summary>A line of the fixed network.</summary>
    Landline,

    /// <summary>A mobile line.</summary>
    Wireless,

    /// <summary>A line over the internet.</summary>
    VOIP,

    /// <summary>Another kind of line.</summary>
    Other,
}

namespace CrmMapping.Pipedrive;

/// <summary>Tells apart where in a person a field stands.</summary>
internal enum PersonKeyKind
{
    /// <summary>A property of the person.</summary>
    Property,

    /// <summary>An entry of a list of addresses or numbers.</summary>
    Entry,

    /// <summary>A custom field.</summary>
    Custom,
}

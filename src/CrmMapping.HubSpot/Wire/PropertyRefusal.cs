namespace CrmMapping.HubSpot;

/// <summary>Says that HubSpot refused one property of a contact.</summary>
internal readonly record struct PropertyRefusal(string Name, string Code)
{
    /// <summary>Our own code for a value that another contact holds already.</summary>
    public const string Taken = "VALUE_TAKEN";

    /// <summary>Gets whether the property is refused whatever its value and contact.</summary>
    public bool IsForAll => Code is "PROPERTY_DOESNT_EXIST" or "READ_ONLY_VALUE";

    public FieldRefusal ToFieldRefusal() => Code switch
    {
        "PROPERTY_DOESNT_EXIST" => new(Name, IssueCode.FieldMissing, "HubSpot has no such property."),
        "READ_ONLY_VALUE" => new(Name, IssueCode.ReadOnlyField, "HubSpot does not let the property be written."),
        "INVALID_OPTION" => new(Name, IssueCode.NotAnOption, "HubSpot's property has no such option."),
        "INVALID_EMAIL" => new(Name, IssueCode.InvalidEmail, "HubSpot takes it for no e-mail address."),
        "INVALID_DATE" or "INVALID_INTEGER" or "INVALID_LONG" or "INVALID_NUMBER" or "INVALID_BOOLEAN" =>
            new(Name, IssueCode.NotConvertible, $"HubSpot's property takes no such value ({Code})."),
        "VALUE_TOO_LONG" or "PROPERTY_VALUE_TOO_LONG" => new(Name, IssueCode.ValueTooLong, "HubSpot's property takes no text that long."),
        "REQUIRED_FIELD" or "REQUIRED_PROPERTY" => new(Name, IssueCode.BlankNotAllowed, "HubSpot's property must hold a value."),
        Taken => new(Name, IssueCode.RefusedByCrm, "Another HubSpot contact holds this value already, and it must be unique."),
        _ => new(Name, IssueCode.RefusedByCrm, HubSpotRefusal.IsCode(Code)
            ? $"HubSpot refused the value ({Code})."
            : "HubSpot refused the value."),
    };
}

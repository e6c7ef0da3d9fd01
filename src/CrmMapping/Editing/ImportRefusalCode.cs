namespace CrmMapping;

/// <summary>Names why a file of mappings was refused. The names are for ever.</summary>
public enum ImportRefusalCode
{
    /// <summary>The file is larger than any map.</summary>
    FileTooLarge,

    /// <summary>The text is no JSON, is cut off, or is nested too deep.</summary>
    NotJson,

    /// <summary>The file was written by a later version of the program.</summary>
    NewerFormat,

    /// <summary>A property is not there.</summary>
    PropertyMissing,

    /// <summary>A property has no meaning here.</summary>
    PropertyUnknown,

    /// <summary>A property is there twice.</summary>
    PropertyTwice,

    /// <summary>A value is not of the kind, or none of the values, that are allowed.</summary>
    ValueNotAllowed,

    /// <summary>What the file asks for would be refused as an edit; <see cref="ImportRefusal.Edit"/> says why.</summary>
    EditRefused,
}

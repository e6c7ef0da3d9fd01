namespace CrmMapping;

/// <summary>Says how the values of a CLR type look as a field.</summary>
internal interface IValueCodec
{
    /// <summary>Gets the type of field that holds such values.</summary>
    FieldType Type { get; }

    /// <summary>Gets whether any text can be held, so that the field may be of any type.</summary>
    bool HoldsAnyText { get; }

    /// <summary>Gets the values there can be; empty where they are not counted.</summary>
    EquatableArray<FieldOption> Options { get; }
}

namespace CrmMapping;

/// <summary>Says when a mapping writes.</summary>
public enum WriteRule
{
    /// <summary>Whenever the value changed.</summary>
    Always,

    /// <summary>Only into a field that is blank.</summary>
    FillWhenBlank,

    /// <summary>Only while the record is being created.</summary>
    OnCreateOnly,
}

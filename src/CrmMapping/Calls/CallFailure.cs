namespace CrmMapping;

/// <summary>Says why a call that went out reached nobody, where the telephony tells.</summary>
public enum CallFailure
{
    /// <summary>It did not fail, or nobody said why.</summary>
    None,

    /// <summary>Who was called was in another call.</summary>
    Busy,

    /// <summary>The number is none.</summary>
    WrongNumber,
}

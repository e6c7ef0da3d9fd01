namespace CrmMapping;

/// <summary>Names the keys by which records are matched, the first one first.</summary>
public enum MatchKeyKind
{
    /// <summary>The phone number.</summary>
    Phone,

    /// <summary>The e-mail address.</summary>
    Email,
}

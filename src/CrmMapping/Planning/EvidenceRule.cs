namespace CrmMapping;

/// <summary>Says which times count as evidence of who changed a field later.</summary>
public enum EvidenceRule
{
    /// <summary>Fields' own times, and records' times as the upper bounds they are. The default.</summary>
    RecordTimes,

    /// <summary>Fields' own times alone, on both sides.</summary>
    FieldTimes,
}

namespace CrmMapping;

/// <summary>Names who won a conflict.</summary>
public enum ConflictWinner
{
    /// <summary>The CRM's value is written to the local side.</summary>
    Crm,

    /// <summary>The local value is written to the CRM.</summary>
    Local,

    /// <summary>Neither yet: the field waits for a person.</summary>
    Parked,
}

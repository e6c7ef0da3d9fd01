namespace CrmMapping;

/// <summary>Names the kinds of CRM records that stand for a local contact.</summary>
public enum RecordType
{
    /// <summary>A contact or person.</summary>
    Contact,

    /// <summary>A lead, where the CRM keeps leads apart from contacts.</summary>
    Lead,
}

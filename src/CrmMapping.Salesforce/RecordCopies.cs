namespace CrmMapping.Salesforce;

/// <summary>Copies records from one page to another.</summary>
internal static class RecordCopies
{
    public static CrmRecord Append(CrmPage page, CrmRecord record)
    {
        var copy = page.Add(record.Values.Count);
        copy.Id = record.Id;
        copy.RequestedId = record.RequestedId;
        copy.CreatedAt = record.CreatedAt;
        copy.ModifiedAt = record.ModifiedAt;
        copy.IsArchived = record.IsArchived;
        copy.HasValues = record.HasValues;
        copy.ConvertedInto = record.ConvertedInto;
        for (var ordinal = 0; ordinal < record.Values.Count; ordinal++)
        {
            copy.Values.Copy(ordinal, record.Values);
        }

        return copy;
    }
}

using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Shows records to those who hold the emulator in their hand.</summary>
internal static class RecordView
{
    public static SalesforceRecord Of(SObject record)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < record.Type.Count; ordinal++)
        {
            if (record.Type.Find(record.Type[ordinal].Name) == ordinal && FieldText.Of(record[ordinal]) is { } text)
                fields[record.Type[ordinal].Name] = text;
        }

        return new SalesforceRecord(record.Id, record.Type.Name, fields, (Instant)record[SystemField.CreatedDate]!, record.SystemModstamp, record.IsDeleted);
    }
}

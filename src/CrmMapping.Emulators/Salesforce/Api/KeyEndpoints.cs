namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves records by the value of an external id.</summary>
internal static class KeyEndpoints
{
    // Before this version an update by key answered nothing.
    private const decimal FirstWithBody = 46;

    public static void Get(SalesforceCall call)
    {
        var (_, _, found) = Find(call);
        if (found.Count > 1)
            WriteChoices(call, found);
        else
            RecordEndpoints.Show(call, found.Count is 1 ? found[0] : throw SalesforceProblem.NotFound());
    }

    public static void Upsert(SalesforceCall call)
    {
        var (table, key, found) = Find(call);
        if (found.Count > 1)
        {
            WriteChoices(call, found);
            return;
        }

        var body = call.ReadObject();
        var isNew = found.Count is 0;
        if (isNew && (key is SystemField.Id || string.Equals(call.Asked("updateOnly"), "true", StringComparison.OrdinalIgnoreCase)))
            throw SalesforceProblem.NotFound();
        if (body.EnumerateObject().Any(property => string.Equals(property.Name, table.Type[key].Name, StringComparison.OrdinalIgnoreCase)))
            throw SalesforceProblem.Bad("INVALID_FIELD", $"The {table.Type[key].Name} field should not be specified in the sobject data.");
        var writes = new RecordInput(call.Org, table.Type, isNew).Read(body);
        if (isNew)
            Answer(call, call.Org.Editor.Create(table, [.. writes, new(key, call.Rest[3])], call.Writer), isNew);
        else
            Update(call, found[0], writes);
    }

    public static void Delete(SalesforceCall call)
    {
        var (_, _, found) = Find(call);
        if (found.Count > 1)
        {
            WriteChoices(call, found);
            return;
        }

        call.Org.Editor.Delete(found.Count is 1 ? found[0] : throw SalesforceProblem.NotFound(), call.Writer);
        RecordEndpoints.Done(call);
    }

    private static void Update(SalesforceCall call, SObject record, List<FieldWrite> writes)
    {
        RecordEndpoints.RefuseIfModified(call, record);
        call.Org.Editor.Update(record, writes, call.Writer);
        Answer(call, record, isNew: false);
    }

    private static void Answer(SalesforceCall call, SObject record, bool isNew)
    {
        if (!isNew && call.Version < FirstWithBody)
        {
            RecordEndpoints.Done(call);
            return;
        }

        call.Answer.Status = isNew ? 201 : 200;
        call.Answer.Records = 1;
        RecordEndpoints.WriteSaved(call, record.Id, call.Version < FirstWithBody ? null : isNew);
    }

    private static (RecordTable Table, int Key, List<SObject> Found) Find(SalesforceCall call)
    {
        var table = SObjectFinder.Table(call, call.Rest[1]);
        var key = SObjectFinder.Key(table.Type, call.Rest[2]);
        return (table, key, SObjectFinder.ByKey(table, key, call.Rest[3]));
    }

    private static void WriteChoices(SalesforceCall call, List<SObject> found)
    {
        call.Answer.Status = 300;
        call.Json.WriteStartArray();
        foreach (var record in found)
            call.Json.WriteStringValue($"{call.Root}/sobjects/{record.Type.Name}/{record.Id}");
        call.Json.WriteEndArray();
    }
}

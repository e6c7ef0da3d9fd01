namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves searches for phone numbers: <c>FIND {…} IN PHONE FIELDS RETURNING Contact(Id WHERE …), Lead(Id)</c>.</summary>
internal static class SearchEndpoint
{
    private const int MostRows = 2_000;

    public static void Search(SalesforceCall call)
    {
        var search = PhoneSearch.Parse(call.Asked("q") ?? throw SalesforceProblem.Bad("MALFORMED_SEARCH", "A search string has to be specified"));
        var json = call.Json;
        var writer = new RecordJson(call.Org, call.Root);
        json.WriteStartObject();
        json.WriteStartArray("searchRecords");
        foreach (var returning in search.Returning)
        {
            var found = SoqlRunner.Run(call.Org, returning);
            var phones = found.Type.Visible.Where(ordinal => found.Type[ordinal].Type is "phone").ToList();
            foreach (var record in found.Rows.Where(record => phones.Exists(ordinal => search.Finds(record[ordinal] as string))).Take(MostRows))
            {
                writer.Write(json, record, found.Selected);
                call.Answer.Records++;
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

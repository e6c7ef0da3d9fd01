namespace CrmMapping.Emulators.Salesforce;

/// <summary>Words what is wrong with a query, with the place that the service points at.</summary>
internal static class SoqlProblem
{
    private const int Around = 30;

    public static SalesforceProblem At(string query, int position, string message) => SalesforceProblem.BadQuery(Place(query, position) + message);

    public static SalesforceProblem NoColumn(string query, int position, string field, string entity) => SalesforceProblem.Bad("INVALID_FIELD",
        Place(query, position) + $"No such column '{field}' on entity '{entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.");

    public static SalesforceProblem NoRelationship(string query, int position, string name) => SalesforceProblem.Bad("INVALID_FIELD",
        Place(query, position) + $"Didn't understand relationship '{name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.");

    public static SalesforceProblem Field(string query, int position, string message) => SalesforceProblem.Bad("INVALID_FIELD", Place(query, position) + message);

    private static string Place(string query, int position)
    {
        var from = Math.Max(0, position - Around);
        var excerpt = query[from..Math.Min(query.Length, position + Around)].ReplaceLineEndings(" ");
        return $"\n{excerpt}\n{new string(' ', position - from)}^\nERROR at Row:1:Column:{position + 1}\n";
    }
}

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Ends a request, or the work on one record, with what is wrong.</summary>
internal sealed class SalesforceProblem(int status, params IReadOnlyList<SalesforceError> errors) : Exception(errors[0].Message)
{
    public int Status => status;

    public IReadOnlyList<SalesforceError> Errors => errors;

    public static SalesforceProblem Bad(string code, string message, params string[] fields) => new(400, new SalesforceError(code, message, fields));

    public static SalesforceProblem NotFound() => new(404, new SalesforceError("NOT_FOUND", "The requested resource does not exist"));

    public static SalesforceProblem NoSuchKey(string name) =>
        new(404, new SalesforceError("NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {name}"));

    public static SalesforceProblem Deleted() => new(404, new SalesforceError("ENTITY_IS_DELETED", "entity is deleted"));

    public static SalesforceProblem NoSuchType(string name) => new(404, new SalesforceError("NOT_FOUND", $"The requested resource does not exist: {name}"));

    public static SalesforceProblem BadJson(string message) => Bad("JSON_PARSER_ERROR", message);

    public static SalesforceProblem NoSuchColumn(string field, string type) => Bad("INVALID_FIELD", $"No such column '{field}' on sobject of type {type}");

    public static SalesforceProblem BadQuery(string message) => Bad("MALFORMED_QUERY", message);
}

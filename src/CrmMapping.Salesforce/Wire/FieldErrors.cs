using System.Text.RegularExpressions;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Puts the refusals of a record into terms that CRMs share.</summary>
internal static partial class FieldErrors
{
    /// <summary>Tells whether trying again a moment later may help.</summary>
    public static bool IsPassing(SalesforceError error) => error.Code is "UNABLE_TO_LOCK_ROW" or "SERVER_UNAVAILABLE" or "QUERY_TIMEOUT"
        or "REQUEST_RUNNING_TOO_LONG" or "UNKNOWN_EXCEPTION";

    /// <summary>Tells whether an object is not what it was when it was described.</summary>
    public static bool IsOfSchema(SalesforceError error) => error.Code is "INVALID_FIELD" or "INVALID_FIELD_FOR_INSERT_UPDATE";

    public static WriteRefusal ToWriteRefusal(IReadOnlyList<SalesforceError> errors, CrmFieldSet fields)
    {
        var codes = errors.Select(static error => SalesforceError.CodeOrNone(error.Code)).Distinct().ToList();
        return new WriteRefusal
        {
            Summary = codes.Count > 0 ? string.Join(", ", codes) : "without a code",

            // A lead that was converted meanwhile takes no update: it is read again, and its contact found.
            IsNotFound = errors.Any(static error => error.Code is "ENTITY_IS_DELETED" or "CANNOT_UPDATE_CONVERTED_LEAD" or "NOT_FOUND"
                || (error.Code == "INVALID_CROSS_REFERENCE_KEY" && error.Fields.Count == 0)),
            IsConflict = errors.Any(static error => error.Code is "DUPLICATES_DETECTED" or "DUPLICATE_VALUE"),
            ExistingId = errors.Select(ExistingId).OfType<string>().FirstOrDefault(),
            Fields = [.. errors.SelectMany(error => Names(error, fields).Select(name => Refusal(error, name)))],
            FieldsForAll = [.. errors.Where(IsOfSchema).SelectMany(error => Names(error, fields)).Distinct()],
        };
    }

    [GeneratedRegex(@"record with id: ([A-Za-z0-9]{15,18})\b")]
    private static partial Regex ExistingIdPattern();

    [GeneratedRegex(@"No such column '([A-Za-z0-9_]{1,80})'")]
    private static partial Regex MissingColumn();

    [GeneratedRegex(@"fields?: ([A-Za-z0-9_, ]{1,2000})\.")]
    private static partial Regex NamedFields();

    private static string? ExistingId(SalesforceError error)
    {
        var match = ExistingIdPattern().Match(error.Message);
        return match.Success && RecordId.IsId(match.Groups[1].Value) ? RecordId.ToLong(match.Groups[1].Value)
            : error.MatchIds is [var only] ? only : null;
    }

    // The list of fields may be empty although the message names them.
    private static IEnumerable<string> Names(SalesforceError error, CrmFieldSet fields)
    {
        var named = error.Fields.Count > 0 ? error.Fields : error.Code switch
        {
            "INVALID_FIELD" when MissingColumn().Match(error.Message) is { Success: true } match => [match.Groups[1].Value],
            "INVALID_FIELD_FOR_INSERT_UPDATE" when NamedFields().Match(error.Message) is { Success: true } match =>
                match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            "INACTIVE_OWNER_OR_USER" => ["OwnerId"],
            _ => [],
        };
        return named.Select(name => Mapped(name, fields)).Distinct(StringComparer.Ordinal);
    }

    // A code is written for the text that is mapped.
    private static string Mapped(string name, CrmFieldSet fields)
    {
        var key = fields.Fields.FirstOrDefault(field => string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase))?.Key;
        return key ?? (name.EndsWith("Code", StringComparison.Ordinal) ? name[..^4] : name);
    }

    private static FieldRefusal Refusal(SalesforceError error, string name) => error.Code switch
    {
        "INVALID_FIELD" => new(name, IssueCode.FieldMissing, "Salesforce has no such field, or hides it from the user."),
        "INVALID_FIELD_FOR_INSERT_UPDATE" => new(name, IssueCode.ReadOnlyField, "Salesforce does not let the user write the field."),
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST" => new(name, IssueCode.NotAnOption, "Salesforce's list has no such value, or not for the type of the record."),
        "STRING_TOO_LONG" => new(name, IssueCode.ValueTooLong, "Salesforce's field takes no text that long."),
        "INVALID_EMAIL_ADDRESS" => new(name, IssueCode.InvalidEmail, "Salesforce takes it for no e-mail address."),
        "REQUIRED_FIELD_MISSING" => new(name, IssueCode.BlankNotAllowed, "Salesforce's field must hold a value."),
        "NUMBER_OUTSIDE_VALID_RANGE" or "INVALID_TYPE_ON_FIELD_IN_RECORD" or "JSON_PARSER_ERROR" =>
            new(name, IssueCode.NotConvertible, $"Salesforce's field takes no such value ({error.Code})."),
        "INACTIVE_OWNER_OR_USER" => new(name, IssueCode.RefusedByCrm, "The user is deactivated in Salesforce and can own nothing new."),
        "DUPLICATE_VALUE" => new(name, IssueCode.RefusedByCrm, "Another Salesforce record holds this value already, and it must be unique."),
        "FIELD_INTEGRITY_EXCEPTION" when name.EndsWith("Country", StringComparison.Ordinal) || name.EndsWith("State", StringComparison.Ordinal) =>
            new(name, IssueCode.NotAnOption, "The org keeps a list of countries and states, and has no such entry, or no such state in the country."),
        _ => new(name, IssueCode.RefusedByCrm, $"Salesforce refused the value ({SalesforceError.CodeOrNone(error.Code)})."),
    };
}

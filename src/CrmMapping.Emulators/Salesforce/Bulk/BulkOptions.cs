using System.Text.Json;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Reads how the files of a job are written.</summary>
internal static class BulkOptions
{
    private static readonly string[] Delimiters = ["BACKQUOTE", "CARET", "COMMA", "PIPE", "SEMICOLON", "TAB"];

    public static string LineEnding(JsonElement body) => body.Text("lineEnding") switch
    {
        null or "LF" => "LF",
        "CRLF" => "CRLF",
        var other => throw SalesforceProblem.BadJson($"'{other}' is no lineEnding. Take LF or CRLF"),
    };

    public static string Delimiter(JsonElement body)
    {
        var text = body.Text("columnDelimiter") ?? "COMMA";
        return Delimiters.Contains(text, StringComparer.Ordinal) ? text : throw SalesforceProblem.BadJson($"'{text}' is no columnDelimiter");
    }
}

using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds a bulk job: what it is to do, how far it is, and what came of each row.</summary>
internal sealed class BulkJob
{
    public required string Id { get; init; }

    /// <summary>The object that rows are of.</summary>
    public required RecordTable Table { get; init; }

    /// <summary>What is done, such as <c>insert</c> or <c>queryAll</c>.</summary>
    public required string Operation { get; init; }

    public required decimal Version { get; init; }

    public required Instant CreatedAt { get; init; }

    public required string LineEnding { get; init; }

    public required string ColumnDelimiter { get; init; }

    /// <summary>Whose hand writes, by the headers of the request that made the job.</summary>
    public required Writer Writer { get; init; }

    /// <summary>The query; null in a job that writes.</summary>
    public string? Query { get; init; }

    public string? ExternalIdFieldName { get; init; }

    public string State { get; set; } = "Open";

    public string? ErrorMessage { get; set; }

    public string? Data { get; set; }

    /// <summary>When the job came to its end; null while it has not.</summary>
    public Instant? EndedAt { get; set; }

    public int PollsLeft { get; set; }

    public IReadOnlyList<string> Columns { get; set; } = [];

    public List<BulkRow> Succeeded { get; } = [];

    public List<BulkRow> Failed { get; } = [];

    public List<BulkRow> Unprocessed { get; } = [];

    /// <summary>What a query found, head first, as it was when the job ran; null before.</summary>
    public IReadOnlyList<IReadOnlyList<string?>>? Found { get; set; }

    public bool IsQuery => Query is not null;

    public char Delimiter => ColumnDelimiter switch
    {
        "BACKQUOTE" => '`',
        "CARET" => '^',
        "PIPE" => '|',
        "SEMICOLON" => ';',
        "TAB" => '\t',
        _ => ',',
    };

    public string NewLine => LineEnding is "CRLF" ? "\r\n" : "\n";
}

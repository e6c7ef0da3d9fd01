using System.Text;
using System.Text.Json;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves several requests in one, where later ones may name what earlier ones answered.</summary>
internal static class CompositeEndpoint
{
    private const int MostRequests = 25;
    private const int MostQueries = 5;
    private const int MostGraphs = 75;
    private const int MostNodes = 500;

    private static readonly SalesforceError Halted = new("PROCESSING_HALTED",
        "The transaction was rolled back since another operation in the same transaction failed.");

    public static void Run(SalesforceCall call)
    {
        var body = call.ReadObject();
        if (!body.TryGetProperty("compositeRequest", out var list) || list.ValueKind is not JsonValueKind.Array)
            throw SalesforceProblem.BadJson("Missing required property: compositeRequest");
        var requests = list.EnumerateArray().ToList();
        if (requests.Count > MostRequests)
            throw SalesforceProblem.Bad("LIMIT_EXCEEDED", $"A composite request takes at most {MostRequests} subrequests");
        if (requests.Count(IsQuery) > MostQueries)
            throw SalesforceProblem.Bad("LIMIT_EXCEEDED", $"A composite request takes at most {MostQueries} queries and collections");
        call.Json.WriteStartObject();
        Write(call.Json, Work(call, requests, body.Flag("allOrNone")));
        call.Json.WriteEndObject();
    }

    /// <summary>Serves several groups of requests, each of which succeeds or fails as a whole.</summary>
    public static void RunGraphs(SalesforceCall call)
    {
        var graphs = call.ReadObject().Items("graphs").ToList();
        if (graphs.Count is 0 or > MostGraphs)
            throw SalesforceProblem.Bad("LIMIT_EXCEEDED", $"A request takes 1 to {MostGraphs} graphs");
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("graphs");
        foreach (var graph in graphs)
            RunGraph(call, graph);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void RunGraph(SalesforceCall call, JsonElement graph)
    {
        if (graph.ValueKind is not JsonValueKind.Object)
            throw SalesforceProblem.BadJson("A graph is an object");
        var id = graph.Text("graphId") ?? throw SalesforceProblem.BadJson("Missing required property: graphId");
        var requests = graph.Items("compositeRequest").ToList();
        if (requests.Count > MostNodes)
            throw SalesforceProblem.Bad("LIMIT_EXCEEDED", $"A graph takes at most {MostNodes} nodes");
        var results = Work(call, requests, allOrNone: true);
        call.Json.WriteStartObject();
        call.Json.WriteString("graphId", id);
        call.Json.WriteStartObject("graphResponse");
        Write(call.Json, results);
        call.Json.WriteEndObject();
        call.Json.WriteBoolean("isSuccessful", results.TrueForAll(result => result.Status < 400));
        call.Json.WriteEndObject();
    }

    private static List<Result> Work(SalesforceCall call, List<JsonElement> requests, bool allOrNone)
    {
        var start = call.Org.Journal.Mark;
        var results = Work(call, requests);
        if (!allOrNone || results.TrueForAll(result => result.Status < 400))
            return results;
        call.Org.Journal.RollBack(start);
        return [.. results.Select(result => result.Status >= 400 ? result : result with { Status = 400, Body = Errors(Halted), Location = null })];
    }

    private static List<Result> Work(SalesforceCall call, List<JsonElement> requests)
    {
        var results = new List<Result>();
        var references = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var request in requests)
        {
            if (request.ValueKind is not JsonValueKind.Object)
                throw SalesforceProblem.BadJson("A subrequest is an object");
            var id = request.Text("referenceId") ?? throw SalesforceProblem.BadJson("Missing required property: referenceId");
            var result = One(call, request, id, references);
            results.Add(result);
            if (result.Status < 400 && result.Body.Length > 0)
            {
                using var document = JsonDocument.Parse(result.Body);
                references[id] = document.RootElement.Clone();
            }
        }

        return results;
    }

    private static Result One(SalesforceCall call, JsonElement request, string id, Dictionary<string, JsonElement> references)
    {
        try
        {
            var url = CompositeReferences.Resolve(request.Text("url") ?? throw SalesforceProblem.BadJson("Missing required property: url"), references);
            var body = request.TryGetProperty("body", out var given) ? CompositeReferences.Resolve(given.GetRawText(), references) : "";
            using var answer = new Answer(call.Answer.Number);
            using var inner = call.Inner(request.Text("method") ?? "", url, Headers(request), Encoding.UTF8.GetBytes(body), answer);
            SalesforceRoutes.Run(inner);
            call.Answer.Records += answer.Records;
            return new Result(id, answer.Status, answer.Status is 204 ? [] : answer.Body.ToArray(),
                answer.Headers.Where(header => header.Key is "Location").Select(header => header.Value).FirstOrDefault());
        }
        catch (SalesforceProblem problem)
        {
            return new Result(id, problem.Status, Errors([.. problem.Errors]), null);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(JsonElement request)
    {
        if (!request.TryGetProperty("httpHeaders", out var headers))
            return [];
        if (headers.ValueKind is not JsonValueKind.Object || headers.EnumerateObject().Any(static header => header.Value.ValueKind is not JsonValueKind.String))
            throw SalesforceProblem.BadJson("httpHeaders is an object of strings");
        return headers.EnumerateObject().Any(static header => header.Name.ToUpperInvariant() is "ACCEPT" or "AUTHORIZATION" or "CONTENT-TYPE")
            ? throw SalesforceProblem.Bad("INVALID_INPUT", "Accept, Authorization and Content-Type are taken from the top-level request")
            : headers.EnumerateObject().Select(static header => KeyValuePair.Create(header.Name, header.Value.GetString()!));
    }

    private static bool IsQuery(JsonElement request) => request.ValueKind is JsonValueKind.Object && request.Text("url") is { } url
        && (url.Contains("/query", StringComparison.Ordinal) || url.Contains("/composite/sobjects", StringComparison.Ordinal));

    private static byte[] Errors(params IReadOnlyList<SalesforceError> errors)
    {
        using var answer = new Answer(0);
        ErrorWriter.WriteBody(answer.Json, errors, "");
        return answer.Body.ToArray();
    }

    private static void Write(Utf8JsonWriter json, List<Result> results)
    {
        json.WriteStartArray("compositeResponse");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WritePropertyName("body");
            if (result.Body.Length is 0)
                json.WriteNullValue();
            else
                json.WriteRawValue(result.Body);
            json.WriteStartObject("httpHeaders");
            if (result.Location is not null)
                json.WriteString("Location", result.Location);
            json.WriteEndObject();
            json.WriteNumber("httpStatusCode", result.Status);
            json.WriteString("referenceId", result.ReferenceId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private sealed record Result(string ReferenceId, int Status, byte[] Body, string? Location);
}

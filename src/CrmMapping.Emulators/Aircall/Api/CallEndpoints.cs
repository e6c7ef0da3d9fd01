using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Answers for calls. Lists reach back six months and 10,000 calls; a call by its id is there for ever.</summary>
internal static class CallEndpoints
{
    private const int MostByPaging = 10_000;

    public static void List(AircallRequest request) => WritePage(request, Select(request));

    public static void Search(AircallRequest request)
    {
        var calls = Select(request);
        if (request.Query("direction") is { } direction)
            calls = calls.Where(call => call.IsInbound == (direction is "inbound"));
        if (request.QueryNumber("user_id") is { } user)
            calls = calls.Where(call => call.User?.Id == user);
        if (request.Query("phone_number") is { } number)
            calls = calls.Where(call => call.Number is { } digits && Digits(digits) == Digits(number));
        foreach (var tag in request.QueryAll("tags[]").Select(static text => AircallRequest.Number("tags[]", text)))
            calls = calls.Where(call => call.Tags.Exists(on => on.Tag.Id == tag));
        WritePage(request, calls);
    }

    public static void Get(AircallRequest request)
    {
        var call = Find(request);
        request.Succeed("call", json => CallWriter.Write(request.Company, json, call));
    }

    public static void Tag(AircallRequest request)
    {
        var call = Find(request);
        List<long> ids = [.. request.Body.Items("tags").Select(static item =>
            item.ValueKind is JsonValueKind.Number && item.TryGetInt64(out var id) ? id : throw AircallProblem.Invalid("tags must be an array of tag ids"))];
        if (ids.Count is 0)
            throw AircallProblem.Invalid("tags must be an array of tag ids");
        Do(() => request.Company.Desk.Tag(call, ids, request.Company.Now, request.Company.Options.PostedTagsReplace));
        request.Succeed("call", json => CallWriter.Write(request.Company, json, call), 201);
    }

    public static void Comment(AircallRequest request)
    {
        var call = Find(request);
        var content = request.Body.Text("content") is { Length: > 0 } text ? text : throw AircallProblem.Invalid("content is missing");
        Do(() => request.Company.Desk.Note(call, content, request.Company.Now));
        request.Succeed("call", json => CallWriter.Write(request.Company, json, call), 201);
    }

    public static void Archive(AircallRequest request, bool isArchived)
    {
        var call = Find(request);
        request.Company.Desk.Archive(call, isArchived, request.Company.Now);
        request.Succeed("call", json => CallWriter.Write(request.Company, json, call));
    }

    private static Call Find(AircallRequest request)
    {
        var id = request.PathId(2, "Call");
        request.Answer.Records = 1;
        return request.Company.Calls.Find(id) ?? throw AircallProblem.NotFound("Call", request.Path[2]);
    }

    private static IEnumerable<Call> Select(AircallRequest request)
    {
        var horizon = (request.Company.Now.InUtc().LocalDateTime - Period.FromMonths(6)).InUtc().ToInstant();
        var calls = request.Company.Calls.Since(request.QueryTime("from") is { } from && from > horizon ? from : horizon);
        if (request.QueryTime("to") is { } to)
            calls = calls.Where(call => call.StartedAt <= to);
        return request.Query("order") switch
        {
            null or "asc" => calls,
            "desc" => calls.Reverse(),
            _ => throw AircallProblem.Invalid("order must be asc or desc"),
        };
    }

    private static void WritePage(AircallRequest request, IEnumerable<Call> calls) => request.SucceedWithPage(
        "calls", [.. calls], (json, call) => CallWriter.Write(request.Company, json, call), MostByPaging);

    private static void Do(Action action)
    {
        try
        {
            action();
        }
        catch (ArgumentException wrong)
        {
            throw AircallProblem.Invalid(wrong.Message);
        }
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}

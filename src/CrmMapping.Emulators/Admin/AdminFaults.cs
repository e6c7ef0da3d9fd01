using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Reads faults that are asked for.</summary>
internal static class AdminFaults
{
    public static void Order(FaultInjector faults, JsonElement body)
    {
        if (body.TryGetProperty("status", out _))
        {
            faults.Next(ReadAnswer(body), body.Text("pathContains"), AdminCall.Number(body, "count", 1));
            return;
        }

        if (!Enum.TryParse<FaultKind>(body.Text("kind"), ignoreCase: true, out var kind))
            throw new ArgumentException($"'{body.Text("kind")}' is no kind of fault. Kinds: {string.Join(", ", Enum.GetNames<FaultKind>())}.");
        faults.Next(kind, body.Text("pathContains"), AdminCall.Number(body, "count", 1));
    }

    private static FaultAnswer ReadAnswer(JsonElement body) => new()
    {
        Status = AdminCall.Number(body, "status", 500),
        Body = body.Text("body") ?? "",
        ContentType = body.Text("contentType") ?? "application/json",
        Headers = body.TryGetProperty("headers", out var headers) && headers.ValueKind is JsonValueKind.Object
            ? JsonInput.Values(headers).ToDictionary(header => header.Key, header => header.Value ?? "")
            : new Dictionary<string, string>(),
        IsCarriedOut = body.Flag("carriedOut"),
    };

    public static FaultPlan ReadPlan(JsonElement body)
    {
        var share = body.Text("share") is null ? FaultPlan.None : FaultPlan.Share(Probability(body, "share", 0));
        return share with
        {
            ServerError = Probability(body, "serverError", share.ServerError),
            BadGateway = Probability(body, "badGateway", share.BadGateway),
            RateLimited = Probability(body, "rateLimited", share.RateLimited),
            Hang = Probability(body, "hang", share.Hang),
            CutBody = Probability(body, "cutBody", share.CutBody),
            Slow = Probability(body, "slow", share.Slow),
            LostAnswer = Probability(body, "lostAnswer", share.LostAnswer),
            CutRequest = Probability(body, "cutRequest", share.CutRequest),
            StormLength = AdminCall.Number(body, "stormLength", share.StormLength),
            HangFor = TimeSpan.FromMilliseconds(AdminCall.Number(body, "hangMilliseconds", (int)share.HangFor.TotalMilliseconds)),
            SlowFor = TimeSpan.FromMilliseconds(AdminCall.Number(body, "slowMilliseconds", (int)share.SlowFor.TotalMilliseconds)),
            Limit = AdminCall.Number(body, "limit", share.Limit),
            PathContains = body.Text("pathContains"),
        };
    }

    private static double Probability(JsonElement body, string name, double fallback)
    {
        if (body.Text(name) is not { } text)
            return fallback;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"'{name}' must be a number from 0 to 1, not '{text}'.");
    }
}

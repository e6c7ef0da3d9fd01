namespace CrmMapping.Emulators;

/// <summary>Leads a method and an unversioned path to an endpoint; <c>*</c> in the pattern stands for any one part.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The parts of the path.</param>
/// <param name="Kind">The word for the request log; <c>{type}</c> is replaced by the type in the path.</param>
/// <param name="Endpoint">What answers.</param>
internal sealed record Route(string Method, string[] Pattern, string Kind, Action<HubSpotCall> Endpoint)
{
    public bool IsSearch { get; init; }

    /// <summary>Whether the endpoint takes no bearer token and counts against no limit.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The scope without which the endpoint is closed; null where it is open to any token.</summary>
    public string? Scope { get; } = Pattern[0] switch
    {
        "objects" or "associations" or "calling" => IsReading(Method, Pattern) ? "crm.objects.contacts.read" : "crm.objects.contacts.write",
        "properties" => IsReading(Method, Pattern) ? "crm.schemas.contacts.read" : "crm.schemas.contacts.write",
        "owners" => "crm.objects.owners.read",
        _ => null,
    };

    private static bool IsReading(string method, string[] pattern) => method is "GET" || pattern[^1] is "read" or "search";

    public bool Matches(string method, string[] path)
    {
        if (path.Length != Pattern.Length || !string.Equals(method, Method, StringComparison.Ordinal))
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (Pattern[i] is not "*" && !string.Equals(Pattern[i], path[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}

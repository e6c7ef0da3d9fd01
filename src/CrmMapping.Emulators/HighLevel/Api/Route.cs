namespace CrmMapping.Emulators.HighLevel;

/// <summary>Leads a method and a path to an endpoint; <c>*</c> in the pattern stands for any one part.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The parts of the path; a slash at the end counts.</param>
/// <param name="Kind">The word for the request log.</param>
/// <param name="Scope">The scope without which the endpoint is closed.</param>
/// <param name="Endpoint">What answers.</param>
internal sealed record Route(string Method, string[] Pattern, string Kind, string Scope, Action<HighLevelCall> Endpoint)
{
    /// <summary>Whether an agency's token is let in too.</summary>
    public bool TakesAgency { get; init; }

    public bool Matches(string method, string[] path)
    {
        if (path.Length != Pattern.Length || !string.Equals(method, Method, StringComparison.Ordinal))
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (Pattern[i] is "*" ? path[i].Length == 0 : !string.Equals(Pattern[i], path[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}

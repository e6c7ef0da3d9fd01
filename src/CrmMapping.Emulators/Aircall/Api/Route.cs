namespace CrmMapping.Emulators.Aircall;

/// <summary>Leads a method and a path to an endpoint; <c>*</c> in the pattern stands for any one part.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The parts of the path, from the version on.</param>
/// <param name="Kind">The word for the request log.</param>
/// <param name="Endpoint">What answers.</param>
internal sealed record Route(string Method, string[] Pattern, string Kind, Action<AircallRequest> Endpoint)
{
    public bool Matches(string method, ReadOnlySpan<string> path)
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

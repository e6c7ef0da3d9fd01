namespace CrmMapping.Emulators.Salesforce;

/// <summary>Leads a method and a path below the version to an endpoint; <c>*</c> in the pattern stands for any one part.</summary>
internal sealed record SalesforceRoute(string Method, string[] Pattern, string Kind, Action<SalesforceCall> Endpoint)
{
    /// <summary>Whether the endpoint is closed to requests within a composite one.</summary>
    public bool IsTopLevelOnly { get; init; }

    public bool MatchesPath(string[] path)
    {
        if (path.Length != Pattern.Length)
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (Pattern[i] is not "*" && !string.Equals(Pattern[i], path[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Keeps the host's disposition statuses in a file, one a line.</summary>
public sealed class StatusFile(string path) : IDispositionStatuses
{
    public static string Beside(string file) => $"{file}-statuses";

    public Task ReplaceAsync(
        string tenant, string connection, IReadOnlyList<CrmChoice> statuses, CancellationToken cancellationToken) =>
        File.WriteAllLinesAsync(path, statuses.Select(static status => status.Key), cancellationToken);
}

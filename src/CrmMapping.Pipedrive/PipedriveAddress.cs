namespace CrmMapping.Pipedrive;

/// <summary>Tells to which addresses a token may go.</summary>
internal static class PipedriveAddress
{
    public static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback));
}

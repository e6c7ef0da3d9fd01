namespace CrmMapping.Salesforce;

/// <summary>Knows to which servers a token may be sent.</summary>
internal static class ServerAddress
{
    /// <summary>Tells whether what is sent there stays secret: https, or this machine.</summary>
    public static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback));

    /// <summary>Reads the address that came with a token.</summary>
    /// <returns>The address; null when it is none to which the token may be sent.</returns>
    public static Uri? Read(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && IsSafe(address) && address.UserInfo.Length == 0
        ? new Uri(address.GetLeftPart(UriPartial.Authority))
        : null;
}

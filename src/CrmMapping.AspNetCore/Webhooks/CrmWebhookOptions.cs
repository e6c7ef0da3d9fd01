namespace CrmMapping;

/// <summary>Configures how webhooks are received.</summary>
public sealed class CrmWebhookOptions
{
    /// <summary>Gets or sets the address under which CRMs reach this application, where a proxy changes it on the way.</summary>
    /// <value>
    /// The default is null: scheme, host and port of the request count. The path and query that arrive are put behind it, so that a
    /// path in it is one that the proxy takes away, for example <c>https://example.com/app</c>.
    /// </value>
    /// <remarks>Signatures cover the address. An application that uses forwarded headers needs no public address.</remarks>
    public Uri? PublicUrl { get; set; }

    /// <summary>Gets or sets the largest body that is read, in bytes.</summary>
    /// <value>The default is 1,048,576 (1 MiB); from 1,024 to 67,108,864.</value>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Gets or sets how long a CRM is asked to wait before it sends again what could not be kept.</summary>
    /// <value>The default is 30 seconds; from 1 second to an hour, in whole seconds.</value>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);
}

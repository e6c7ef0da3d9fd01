namespace CrmMapping.Aircall;

/// <summary>Configures the Aircall adapter. Checked at start-up, every mistake at once.</summary>
public sealed class AircallOptions
{
    /// <summary>Gets or sets the address of Aircall's API.</summary>
    /// <value>The default is <c>https://api.aircall.io</c>. Plain HTTP is taken for this machine alone.</value>
    public Uri BaseAddress { get; set; } = new("https://api.aircall.io");

    /// <summary>Gets or sets how many requests a minute an account allows, until Aircall's answers say otherwise.</summary>
    /// <value>
    /// The default is 60, which every company has; at least 1. Aircall counts all keys and integrations of a company together and allows 120 at present.
    /// </value>
    public int RequestsPerMinute { get; set; } = 60;

    /// <summary>Gets or sets the id of the OAuth app of a technology partner.</summary>
    /// <value>The default is null: codes cannot be changed into access tokens.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the secret of the OAuth app; goes with <see cref="ClientId"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Gets or sets how long one try of a request may take.</summary>
    /// <value>The default is 30 seconds; from one second to ten minutes.</value>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the longest wait asked for by Aircall that is waited out; a longer one ends the operation for now.</summary>
    /// <value>The default is 2 minutes; not negative.</value>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);
}

namespace CrmMapping.Emulators;

/// <summary>Offers what every emulated service has to the emulator's own surface.</summary>
/// <remarks>What is refused is thrown as an <see cref="InvalidOperationException"/> or <see cref="ArgumentException"/> that says why.</remarks>
internal interface IEmulatedService
{
    /// <summary>Gets the service's name in lower case.</summary>
    string Crm { get; }

    /// <summary>Gets the paths that are served beside those of every service.</summary>
    IReadOnlyList<string> OwnPaths { get; }

    int WebhooksPending { get; }

    FaultInjector Faults { get; }

    RequestLog Requests { get; }

    bool LimitsEnabled { get; set; }

    /// <summary>Gets or sets where webhooks go; null is nowhere.</summary>
    Uri? WebhookUrl { get; set; }

    /// <summary>Sets whether webhooks go out in any order.</summary>
    bool WebhooksOutOfOrder { set; }

    /// <summary>Adds a user.</summary>
    /// <returns>The user's id.</returns>
    string AddUser(string email, string firstName, string lastName);

    Task<int> DeliverWebhooksAsync(CancellationToken cancellationToken);

    void Reset();

    /// <summary>Serves what only this service has.</summary>
    /// <returns>Null when the path is none of these.</returns>
    Task? Route(AdminCall call);
}

using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Offers an account to the emulator's own surface, the same for every CRM; fields go by the CRM's own names.</summary>
/// <remarks>What is refused is thrown as an <see cref="InvalidOperationException"/> or <see cref="ArgumentException"/> that says why.</remarks>
internal interface IEmulatedAccount
{
    /// <summary>Gets the CRM's name in lower case.</summary>
    string Crm { get; }

    /// <summary>Gets the paths that are served beside those of every CRM.</summary>
    IReadOnlyList<string> OwnPaths { get; }

    int ContactCount { get; }

    int WebhooksPending { get; }

    FaultInjector Faults { get; }

    RequestLog Requests { get; }

    bool LimitsEnabled { get; set; }

    /// <summary>Gets or sets where webhooks go; null is nowhere.</summary>
    Uri? WebhookUrl { get; set; }

    /// <summary>Sets whether webhooks go out in any order.</summary>
    bool WebhooksOutOfOrder { set; }

    AdminContact? Find(string id);

    /// <summary>Hands out some contacts, in the order in which they came to be.</summary>
    /// <param name="archived">Whether those in the bin are meant.</param>
    /// <param name="next">Where to go on; 0 at the start.</param>
    /// <param name="take">Takes a contact.</param>
    /// <returns>Whether there are more.</returns>
    bool ReadSome(bool archived, ref long next, Action<AdminContact> take);

    /// <summary>Makes a contact, as an import does.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="told">Whether webhooks tell of it.</param>
    void Create(IReadOnlyList<KeyValuePair<string, string?>> values, bool told);

    /// <summary>Makes up people who are not there yet.</summary>
    /// <returns>How many were made.</returns>
    int Generate(int count, long seed, bool told);

    AdminContact Update(string id, IReadOnlyList<KeyValuePair<string, string?>> values);

    void Archive(string id);

    /// <summary>Adds a custom field; the body has its <c>name</c> and <c>label</c>, and whatever else the CRM knows.</summary>
    void AddField(JsonElement body);

    /// <summary>Adds a user who can own contacts.</summary>
    /// <returns>The user's id.</returns>
    string AddUser(string email, string firstName, string lastName);

    Task<int> DeliverWebhooksAsync(CancellationToken cancellationToken);

    void Reset();

    /// <summary>Serves what only this CRM has.</summary>
    /// <returns>Null when the path is none of these.</returns>
    Task? Route(AdminCall call);
}

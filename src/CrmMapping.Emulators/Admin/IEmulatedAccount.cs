using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Offers an account with contacts to the emulator's own surface, the same for every CRM; fields go by the CRM's own names.</summary>
internal interface IEmulatedAccount : IEmulatedService
{
    int ContactCount { get; }

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
}

using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Brings a contact's tags from what they are to what they are to be: an update of the contact would wipe tags added meanwhile.</summary>
internal sealed class TagChange(IReadOnlyList<string> present, IReadOnlyList<string> wanted)
{
    /// <returns>All tags now.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(ContactsApi api, string id, CancellationToken cancellationToken)
    {
        var now = present;
        if (Less(wanted, present) is { Length: > 0 } added)
        {
            now = await SendAsync(api, HttpMethod.Post, Requests.AddTags, id, added, cancellationToken).ConfigureAwait(false);
        }

        if (Less(present, wanted) is { Length: > 0 } removed)
        {
            now = await SendAsync(api, HttpMethod.Delete, Requests.RemoveTags, id, removed, cancellationToken).ConfigureAwait(false);
        }

        return now;
    }

    // HighLevel keeps tags in lower case.
    private static string[] Less(IReadOnlyList<string> tags, IReadOnlyList<string> others) => [.. tags.Except(others, StringComparer.OrdinalIgnoreCase)];

    private static async Task<IReadOnlyList<string>> SendAsync(
        ContactsApi api, HttpMethod method, string name, string id, string[] tags, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        ContactBodies.Tags(body, tags);
        return await api.Http.AskAsync(ContactsApi.With(method, name, HighLevelPaths.Tags(id), body), Read, cancellationToken).ConfigureAwait(false);
    }

    private static IReadOnlyList<string> Read(CrmResponse answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? HeldState.ReadTags(document.RootElement)
            : throw new JsonException("The answer is no object.");
    }
}

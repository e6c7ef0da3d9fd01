using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Serves owners, which can only be read.</summary>
internal static class OwnerEndpoints
{
    private const int LargestPage = 500;

    public static void List(HubSpotCall call)
    {
        var archived = call.QueryFlag("archived");
        var limit = call.QueryNumber("limit", 100, LargestPage);
        var skipped = call.Query("after") is { Length: > 0 } after ? Paging.Read(after) : 0;
        var email = call.Query("email");
        var owners = call.Portal.Owners.All
            .Where(entry => entry.Owner.IsActive != archived)
            .Where(entry => email is null or "" || string.Equals(entry.Owner.Email, email, StringComparison.OrdinalIgnoreCase)).ToList();

        call.Json.WriteStartObject();
        call.Json.WriteStartArray("results");
        foreach (var entry in owners.Skip((int)skipped).Take(limit))
            Write(call.Json, entry);
        call.Json.WriteEndArray();
        if (skipped + limit < owners.Count)
            Paging.Write(call, Paging.Token(skipped + limit), withLink: true);
        call.Json.WriteEndObject();
    }

    public static void Get(HubSpotCall call)
    {
        var archived = call.QueryFlag("archived");
        var byUser = call.Query("idProperty") is "userId";
        var found = call.Portal.Owners.All.FirstOrDefault(entry => entry.Owner.IsActive != archived && Id(entry.Owner) == call.Path[1]);
        Write(call.Json, found ?? throw HubSpotProblem.NotFound());

        string Id(HubSpotOwner owner) => byUser ? owner.UserId.ToString(CultureInfo.InvariantCulture) : owner.Id;
    }

    private static void Write(Utf8JsonWriter json, OwnerList.Entry entry)
    {
        var owner = entry.Owner;
        json.WriteStartObject();
        json.WriteString("id", owner.Id);
        json.WriteString("email", owner.Email);
        json.WriteString("type", "PERSON");
        json.WriteString("firstName", owner.FirstName);
        json.WriteString("lastName", owner.LastName);
        if (owner.IsActive)
            json.WriteNumber("userId", owner.UserId);
        else
            json.WriteNull("userId");
        json.WriteNumber("userIdIncludingInactive", owner.UserId);
        json.WriteString("createdAt", WireTime.Format(entry.CreatedAt));
        json.WriteString("updatedAt", WireTime.Format(entry.UpdatedAt));
        json.WriteBoolean("archived", !owner.IsActive);
        json.WriteEndObject();
    }
}

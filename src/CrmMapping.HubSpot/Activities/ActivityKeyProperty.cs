using System.Net;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Sees to it that activities of one kind have the unique property in which their key stands.</summary>
internal sealed class ActivityKeyProperty(ContactsApi api, ActivityKind kind, string name)
{
    private readonly string _properties = api.Paths.PropertiesOf(kind.Name);

    private volatile bool _isThere;

    /// <summary>Creates the property where it is missing; asks once a session.</summary>
    /// <exception cref="CrmException">It cannot be created, or is there and is not unique.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_isThere)
        {
            return;
        }

        var property = await FindOrCreateAsync(cancellationToken).ConfigureAwait(false);
        if (property.HasUniqueValue != true)
        {
            throw new CrmException(
                CrmFailure.Refused, api.Http.Connection.Name,
                $"HubSpot's property '{name}' of {kind.Name} is not unique, so that an activity could be logged twice. Delete it, or name another one as ActivityKeyProperty.");
        }

        _isThere = true;
    }

    private async Task<WireProperty> FindOrCreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(name, cancellationToken).ConfigureAwait(false) ?? await CreateAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CrmException refused) when (refused.Failure == CrmFailure.Permission)
        {
            throw new CrmException(
                CrmFailure.Permission, api.Http.Connection.Name,
                $"HubSpot does not let the app read or create the property '{name}' of {kind.Name}, by which none is logged twice. Allow the app to read "
                + $"and write their schema, or create a single-line text property of that name whose values are unique. {refused.Message}");
        }
    }

    private async Task<WireProperty?> FindAsync(string property, CancellationToken cancellationToken)
    {
        var request = ContactsApi.Get($"read a property of {kind.Name}", $"{_properties}/{Uri.EscapeDataString(property)}");
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.Status == HttpStatusCode.NotFound && HubSpotRefusal.Read(response.Body.Span).IsHubSpots ? null
            : response.IsSuccess ? api.Http.Read(request, response, static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireProperty))
            : throw api.Http.Refused(request, response);
    }

    // It stands in the group of HubSpot's own properties, whatever that is called.
    private async Task<WireProperty> CreateAsync(CancellationToken cancellationToken)
    {
        var group = (await FindAsync("hs_timestamp", cancellationToken).ConfigureAwait(false))?.GroupName;
        using var body = Body(group);
        var request = ContactsApi.Post($"create a property of {kind.Name}", _properties, body);
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status != HttpStatusCode.Conflict)
        {
            return response.IsSuccess
                ? api.Http.Read(request, response, static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireProperty))
                : throw api.Http.Refused(request, response);
        }

        // Another process made it meanwhile.
        return await FindAsync(name, cancellationToken).ConfigureAwait(false) ?? throw api.Http.Refused(request, response);
    }

    private RequestBody Body(string? group)
    {
        var body = new RequestBody();
        using var writer = new Utf8JsonWriter(body);
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteString("label"u8, "Key of the activity"u8);
        writer.WriteString("type"u8, "string"u8);
        writer.WriteString("fieldType"u8, "text"u8);
        if (group is not null)
        {
            writer.WriteString("groupName"u8, group);
        }

        writer.WriteBoolean("hasUniqueValue"u8, true);
        writer.WriteEndObject();
        return body;
    }
}

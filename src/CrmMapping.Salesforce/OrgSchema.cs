using System.Collections.Concurrent;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Reads an org's objects and remembers them for a while: what is asked for in a query must be there.</summary>
internal sealed class OrgSchema(CrmHttpClient http, IClock clock)
{
    private static readonly Duration TrustedFor = Duration.FromMinutes(15);

    private readonly ConcurrentDictionary<RecordType, ObjectSchema> _known = new();

    /// <summary>Describes an object as it is now.</summary>
    public async Task<ObjectSchema> ReadAsync(RecordType recordType, CancellationToken cancellationToken)
    {
        var type = ObjectNames.Of(recordType);
        var wire = await http.AskAsync(
            RecordsApi.Get($"describe {type}", SalesforcePaths.Describe(type)),
            static answer => SalesforceJson.Read(answer, SalesforceJson.Default.WireObject), cancellationToken).ConfigureAwait(false);
        var statuses = recordType == RecordType.Lead ? await ReadStatusesAsync(cancellationToken).ConfigureAwait(false) : [];
        var schema = new ObjectSchema(wire, statuses, clock.GetCurrentInstant());
        _known[recordType] = schema;
        return schema;
    }

    /// <summary>Gives what is known of an object, as long as that is young enough.</summary>
    public async ValueTask<ObjectSchema> FindAsync(RecordType recordType, CancellationToken cancellationToken) =>
        _known.TryGetValue(recordType, out var known) && clock.GetCurrentInstant() <= known.ReadAt + TrustedFor
            ? known
            : await ReadAsync(recordType, cancellationToken).ConfigureAwait(false);

    /// <summary>Gives an object whose records the user may write.</summary>
    /// <exception cref="CrmException">The user may not.</exception>
    public async Task<ObjectSchema> FindWriteableAsync(RecordType recordType, BatchKind kind, CancellationToken cancellationToken)
    {
        var known = await FindAsync(recordType, cancellationToken).ConfigureAwait(false);
        if (known.Permits(kind))
        {
            return known;
        }

        // It may have been granted since.
        known = await ReadAsync(recordType, cancellationToken).ConfigureAwait(false);
        var verb = kind switch { BatchKind.Create => "create", BatchKind.Update => "edit", BatchKind.Upsert => "create and edit", _ => "delete" };
        return known.Permits(kind) ? known : throw new CrmException(
            CrmFailure.Permission, http.Connection.Name,
            $"The integration user may not {verb} records of {ObjectNames.Of(recordType)}. Grant it in a permission set.");
    }

    /// <summary>Forgets an object of which Salesforce says that it is not as it was.</summary>
    public void Forget(RecordType recordType) => _known.TryRemove(recordType, out _);

    // The picklist of the description knows no order of its own and nothing of conversion.
    private async Task<IReadOnlyList<FieldOption>> ReadStatusesAsync(CancellationToken cancellationToken)
    {
        var list = await http.AskAsync(
            RecordsApi.Get("read lead statuses", SalesforcePaths.Query("SELECT ApiName, MasterLabel, SortOrder FROM LeadStatus ORDER BY SortOrder")),
            static answer => SalesforceJson.Read(answer, SalesforceJson.Default.WireListWireLeadStatus), cancellationToken).ConfigureAwait(false);
        return [.. list.Records.OfType<WireLeadStatus>().Where(static status => status.ApiName is { Length: > 0 })
            .Select(static status => new FieldOption(status.ApiName!, status.MasterLabel ?? status.ApiName!))];
    }
}

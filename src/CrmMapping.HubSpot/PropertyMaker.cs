using System.Net;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Creates the properties that a map would have and the account lacks. Alters and deletes none.</summary>
internal sealed class PropertyMaker(ContactsApi api, AccountSchema schema)
{
    private const string UsualGroup = "contactinformation";

    public async Task<IReadOnlyList<FieldSetUpResult>> MakeAsync(
        IReadOnlyList<FieldSetUp> wanted, bool isPreview, CancellationToken cancellationToken)
    {
        var present = (await schema.ReadAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(static field => field.Key, StringComparer.Ordinal);
        var groups = new HashSet<string>(StringComparer.Ordinal);
        var results = new List<FieldSetUpResult>();
        foreach (var one in wanted)
        {
            results.Add(present.GetValueOrDefault(one.Field.Key) is { } there ? Adopt(one, there)
                : isPreview ? Created(one, "would be created")
                : await CreateAsync(one, groups, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private static FieldSetUpResult Adopt(FieldSetUp wanted, FieldDescriptor there)
    {
        if (!PropertyBodies.MayStandFor(there.Type, wanted.Field.Type))
        {
            return new FieldSetUpResult(wanted.Field.Key, OperationLineKind.ByHand,
                $"'{there.Key}' is there as {there.Type}, and {wanted.Field.Type} is wanted. Create another property by hand and point the mapping at it.");
        }

        var missing = wanted.Field.Options.Where(option => !there.Options.Any(have => have.Value == option.Value)).Select(static option => option.Label).ToList();
        return missing.Count == 0
            ? new FieldSetUpResult(there.Key, OperationLineKind.Adopted, $"'{there.Key}' ({there.Label}) is there.")
            : new FieldSetUpResult(there.Key, OperationLineKind.ByHand, $"'{there.Key}' is there without the options {string.Join(", ", missing)}. Add them by hand.");
    }

    private static FieldSetUpResult Created(FieldSetUp wanted, string what) => new(
        wanted.Field.Key, OperationLineKind.Created,
        $"'{wanted.Field.Key}' ({wanted.Field.Label}, {wanted.Field.Type}) {what}.{(wanted.IsWrittenHereOnly ? " Make it read-only for people in its settings, as it is only written from here." : "")}");

    private async Task<FieldSetUpResult> CreateAsync(FieldSetUp wanted, HashSet<string> groups, CancellationToken cancellationToken)
    {
        var group = wanted.Group is { Length: > 0 } label ? PropertyBodies.GroupName(label) : UsualGroup;
        if (wanted.Group is not null && groups.Add(group))
        {
            using var groupBody = PropertyBodies.Group(group, wanted.Group);
            await CreateAsync("create a property group", api.Paths.PropertyGroups, groupBody, cancellationToken).ConfigureAwait(false);
        }

        using var body = PropertyBodies.Property(wanted.Field, group);
        return await CreateAsync("create a property", api.Paths.Properties, body, cancellationToken).ConfigureAwait(false) is { } reason
            ? new FieldSetUpResult(wanted.Field.Key, OperationLineKind.ByHand, $"Create '{wanted.Field.Key}' ({wanted.Field.Label}, {wanted.Field.Type}) by hand: {reason}")
            : Created(wanted, "was created");
    }

    // What is there already, as another run made it meanwhile, is what was wanted; another refusal is told.
    private async Task<string?> CreateAsync(string name, string path, RequestBody body, CancellationToken cancellationToken)
    {
        var request = ContactsApi.Post(name, path, body);
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccess || response.Status == HttpStatusCode.Conflict)
        {
            return null;
        }

        var refusal = api.Http.Refused(request, response);
        return refusal.Failure is CrmFailure.Refused or CrmFailure.Permission ? refusal.Message : throw refusal;
    }
}

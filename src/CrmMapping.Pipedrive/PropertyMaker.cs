using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Creates the custom fields that a map would have and the company lacks. Alters and deletes none.</summary>
/// <remarks>Pipedrive gives each field its key itself, so a field that is wanted is known by its label, and its key is told.</remarks>
internal sealed class PropertyMaker(ContactsApi api, AccountSchema schema)
{
    public async Task<IReadOnlyList<FieldSetUpResult>> MakeAsync(
        IReadOnlyList<FieldSetUp> wanted, bool isPreview, CancellationToken cancellationToken)
    {
        var present = await schema.ReadAsync(api, cancellationToken).ConfigureAwait(false);
        var results = new List<FieldSetUpResult>();
        foreach (var one in wanted)
        {
            results.Add(Find(present, one.Field) is { } there ? Adopt(one, there)
                : isPreview ? Created(one, "would be created; Pipedrive gives it a key then, to which the mapping is to be pointed")
                : await CreateAsync(one, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private static FieldDescriptor? Find(IReadOnlyList<FieldDescriptor> present, FieldDescriptor wanted) =>
        present.FirstOrDefault(field => field.Key == wanted.Key)
        ?? present.FirstOrDefault(field => PersonKey.IsCustom(field.Key) && string.Equals(field.Label, wanted.Label, StringComparison.OrdinalIgnoreCase));

    private static FieldSetUpResult Adopt(FieldSetUp wanted, FieldDescriptor there)
    {
        if (!PropertyBodies.MayStandFor(there.Type, wanted.Field.Type))
        {
            return new FieldSetUpResult(wanted.Field.Key, OperationLineKind.ByHand,
                $"'{there.Label}' is there as {there.Type}, and {wanted.Field.Type} is wanted. Create another field by hand and point the mapping at it.");
        }

        var missing = wanted.Field.Options.Where(option => !there.Options.Any(have => have.Label == option.Label)).Select(static option => option.Label).ToList();
        return missing.Count > 0
            ? new FieldSetUpResult(wanted.Field.Key, OperationLineKind.ByHand, $"'{there.Label}' is there without the options {string.Join(", ", missing)}. Add them by hand.")
            : new FieldSetUpResult(wanted.Field.Key, OperationLineKind.Adopted, there.Key == wanted.Field.Key
                ? $"'{there.Key}' ({there.Label}) is there."
                : $"'{there.Label}' is there with the key '{there.Key}'. Point the mapping at it.");
    }

    private static FieldSetUpResult Created(FieldSetUp wanted, string what) => new(
        wanted.Field.Key, OperationLineKind.Created, $"'{wanted.Field.Label}' ({wanted.Field.Type}) {what}.");

    private async Task<FieldSetUpResult> CreateAsync(FieldSetUp wanted, CancellationToken cancellationToken)
    {
        using var body = PropertyBodies.Property(wanted.Field);
        var request = ContactsApi.Send("create a field", HttpMethod.Post, PipedrivePaths.PersonFields, body) with { IsRepeatable = false };
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsUnanswered)
        {
            throw new CrmException(
                CrmFailure.Passing, api.Http.Connection.Name,
                $"Pipedrive gave no answer to the creation of the field '{wanted.Field.Label}', so it may be there or not. Set up fields again: what is there is adopted.");
        }

        if (response.IsSuccess)
        {
            var made = api.Http.Read(request, response, static answer => PipedriveJson.Read(answer, PipedriveJson.Default.WireAnswerWireField).Data);
            return Created(wanted, $"was created with the key '{made.FieldCode}'. Point the mapping at it");
        }

        var refusal = api.Http.Refused(request, response);
        return refusal.Failure is CrmFailure.Refused or CrmFailure.Permission
            ? new FieldSetUpResult(wanted.Field.Key, OperationLineKind.ByHand, $"Create '{wanted.Field.Label}' ({wanted.Field.Type}) by hand: {refusal.Message}")
            : throw refusal;
    }
}

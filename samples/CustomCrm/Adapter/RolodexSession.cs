using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CustomCrm;

/// <summary>Talks to one Rolodex account. Each method is one promise of <see cref="ICrmSession"/>, which says what exactly.</summary>
internal sealed class RolodexSession(Connection connection, CrmHttpClient http, ILogger logger) : ICrmSession
{
    // Cuts writes into batches, and finds out which record or field a refusal is about.
    private readonly BatchWriter _writer = new(connection, new RolodexBatches(http), logger);

    public async Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(RecordType recordType, CancellationToken cancellationToken)
    {
        CheckType(recordType);
        var answer = await AskAsync<WireField[]>("read fields", "/fields", cancellationToken);
        return [.. answer.Select(static field => new FieldDescriptor
        {
            Key = field.Key,
            Label = field.Label,
            IsCustom = field.Custom,
            Options = field.Options.Select(static option => new FieldOption(option, option)).ToEquatableArray(),
            Type = field.Type switch
            {
                "email" => FieldType.Email,
                "phone" => FieldType.Phone,
                "choice" => FieldType.Picklist,
                _ => FieldType.Text,   // what Rolodex adds one day is text until it is known here
            },
        })];
    }

    public async Task<CrmPage> ReadPageAsync(CrmFieldSet fields, string? cursor, CancellationToken cancellationToken)
    {
        var path = $"/people?size={RolodexRules.BatchSize}&after={Uri.EscapeDataString(cursor ?? "")}";
        return Fill(fields, await AskAsync(fields, "list people", path, cancellationToken));
    }

    // Rolodex numbers every change, and the number is the position: nothing is left out, whatever the clocks say. A CRM that has only
    // times must be asked again for a while back, since several changes share an instant and search may learn of one late.
    public async Task<CrmPage> ReadChangesAsync(CrmFieldSet fields, string? position, CancellationToken cancellationToken)
    {
        if (position is not null && !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw Refused("The position of the last poll cannot be read. Pull all contacts once, which sets a new one.");
        }

        var path = position is null ? "/changes/last?" : $"/changes?since={position}&size={RolodexRules.BatchSize}";
        return Fill(fields, await AskAsync(fields, "read changes", path, cancellationToken));
    }

    // Rolodex answers with each id that was asked for: the deleted and the unknown come as deleted. One that did not come would be in
    // doubt, and is left out rather than called deleted.
    public async Task<CrmPage> ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Fill(fields, await AskInPartsAsync(fields, "read people", "/people/read?", "id", ids, cancellationToken));

    // Search compares the last seven digits of numbers. That finds too many at times, which is harmless as the core compares again;
    // to ask for the number as it stands would miss those that people wrote otherwise, and make twins.
    public async Task<CrmPage> FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken)
    {
        var phones = keys.Where(static key => key.Kind == MatchKeyKind.Phone).Select(static key => key.Value[Math.Max(0, key.Value.Length - 7)..]);
        var emails = keys.Where(static key => key.Kind == MatchKeyKind.Email).Select(static key => key.Value);
        var byPhone = await AskInPartsAsync(fields, "find people", "/people/search?", "phone", phones.Distinct(), cancellationToken);
        var byEmail = await AskInPartsAsync(fields, "find people", "/people/search?", "email", emails, cancellationToken);
        return Fill(fields, new WirePeople([.. byPhone.People, .. byEmail.People]));
    }

    public async Task<CrmPage> ReadCreatedAsync(CrmFieldSet fields, Instant since, CancellationToken cancellationToken) =>
        Fill(fields, await AskAsync(fields, "read new people", $"/people/new?since={since.ToUnixTimeMilliseconds()}", cancellationToken));

    // Rolodex keeps no history, and to say nothing is allowed: conflicts are then decided by the times of whole records.
    public Task<IReadOnlyList<CrmFieldTime>> ReadFieldTimesAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CrmFieldTime>>([]);

    public Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken)
    {
        CheckType(fields.RecordType);
        return _writer.WriteAsync(fields, writes, cancellationToken);
    }

    public async Task<IReadOnlyList<CrmOwner>> ReadOwnersAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync<WireUser[]>("read users", "/users", cancellationToken);
        return [.. answer.Select(static user => new CrmOwner(user.Id, user.Email, user.Name, user.Active))];
    }

    public ValueTask DisposeAsync() => default;

    private static CrmPage Fill(CrmFieldSet fields, WirePeople answer)
    {
        // A page and its records are used again, so that reading a million contacts takes the memory of one page.
        var page = CrmPage.Rent();
        (page.Next, page.HasMore) = (answer.Next, answer.More);
        foreach (var person in answer.People)
        {
            var record = page.Add(fields.Count);
            (record.Id, record.RequestedId, record.IsArchived) = (person.Id, person.Id, person.Deleted);
            record.CreatedAt = Instant.FromUnixTimeMilliseconds(person.Created);
            record.ModifiedAt = Instant.FromUnixTimeMilliseconds(person.Changed);
            RolodexBatches.Take(fields, person.Values, record.Values);
        }

        return page;
    }

    // Values go in the body and never in an address, which proxies log.
    private async Task<WirePeople> AskInPartsAsync(
        CrmFieldSet fields, string name, string path, string field, IEnumerable<string> values, CancellationToken cancellationToken)
    {
        List<WirePerson> people = [];
        foreach (var part in values.Chunk(RolodexRules.BatchSize))
        {
            people.AddRange((await AskAsync(fields, name, path, cancellationToken, RolodexWire.Write(new WireQuestion(field, part)))).People);
        }

        return new WirePeople(people);
    }

    // Only fields that are mapped are read: what nobody asked to sync stays where it is.
    private Task<WirePeople> AskAsync(CrmFieldSet fields, string name, string path, CancellationToken cancellationToken, byte[]? body = null)
    {
        CheckType(fields.RecordType);
        var wanted = string.Join(',', fields.Fields.Select(static field => Uri.EscapeDataString(field.Key)));
        return AskAsync<WirePeople>(name, $"{path}&fields={wanted}", cancellationToken, body);
    }

    // What is a question may be sent again, whatever the method; that is the default of a request.
    private Task<T> AskAsync<T>(string name, string path, CancellationToken cancellationToken, byte[]? body = null) => http.AskAsync(
        new CrmRequest { Name = name, Method = body is null ? HttpMethod.Get : HttpMethod.Post, Path = path, Body = body },
        RolodexWire.Read<T>, cancellationToken);

    private void CheckType(RecordType recordType)
    {
        if (recordType != RecordType.Contact)
        {
            throw Refused($"Rolodex keeps people, not records of type {recordType}. Map contacts.");
        }
    }

    private CrmException Refused(string message) => new(CrmFailure.Refused, connection.Name, message);
}

using CrmMapping;
using CrmMapping.Sqlite;

namespace QuickStart;

/// <summary>Compares both sides field by field without the engine: what an account holds against what is here.</summary>
internal sealed class SideBySide(SqliteContacts<Contact> contacts, ISyncStore store, IPhoneNumberNormalizer phones, SampleCrm crm)
{
    private const int PageSize = 1000;
    private const int Shown = 5;

    private static readonly string[] Phones = [nameof(Contact.Phone), nameof(Contact.MobilePhone)];

    private static readonly string[] Names = [nameof(Contact.FirstName), nameof(Contact.LastName)];

    private readonly Both[] _fields = [.. FieldsOf(crm)];

    public async Task<Differences> CompareAsync(
        IAsyncEnumerable<CrmContact> records, IReadOnlyList<SyncIssue> issues, CancellationToken stop)
    {
        var counterparts = await ReadLinksAsync(stop);
        var here = new Dictionary<string, Contact>(StringComparer.Ordinal);
        await foreach (var contact in contacts.ListAsync(cancellationToken: stop))
        {
            here.Add(contact.Id, contact.Contact);
        }

        var found = new List<Difference>();
        await foreach (var record in records.WithCancellation(stop))
        {
            if (counterparts.TryGetValue(record.Id, out var localId) && here.Remove(localId, out var contact))
            {
                found.AddRange(_fields.Where(field => !IsSame(field, contact, record)).Select(field => new Difference(localId, record.Id, field.Local)));
            }
            else
            {
                found.Add(new Difference(null, record.Id, null));
            }
        }

        found.AddRange(here.Keys.Select(id => new Difference(id, null, null)));
        return Judge(found, issues);
    }

    // What an admin mapped while the sample ran is compared as well.
    private static IEnumerable<Both> FieldsOf(SampleCrm crm)
    {
        foreach (var (local, field) in crm.Fields.Append(new(nameof(Contact.Tier), crm.NewField)))
        {
            if (crm.WholeName is null || !Names.Contains(local))
            {
                yield return new Both(local, field, ContactFields.Reader(local));
            }
        }

        if (crm.WholeName is { } name)
        {
            yield return new Both(nameof(Contact.LastName), name, static contact => $"{contact.FirstName} {contact.LastName}");
        }
    }

    private bool IsSame(Both field, Contact contact, CrmContact record)
    {
        var (here, there) = (field.Read(contact), record.Properties.GetValueOrDefault(field.Crm));
        return Canonical(field.Local, here) == Canonical(field.Local, there);
    }

    private string Canonical(string property, string? value) => (property, value?.Trim() ?? "") switch
    {
        (nameof(Contact.Email), var address) => address.ToLowerInvariant(),
        (var key, var number) when Phones.Contains(key) && phones.TryNormalize(number, "US", out var read) => read.ToString(),
        (_, var text) => text,
    };

    private static Differences Judge(List<Difference> found, IReadOnlyList<SyncIssue> issues)
    {
        // What an account cannot hold is an issue of no contact, and waits for all of them.
        var heldBack = issues.Where(issue => issue is { LocalId: null, CrmId: null, Field: not null }).Select(issue => issue.Field!).ToHashSet();
        var known = issues.Where(issue => IssueReport.KindOf(issue.Code) == IssueKind.Waiting).SelectMany(issue => new[] { (issue.LocalId, issue.Field), (issue.CrmId, issue.Field) })
            .Where(key => key.Item1 is not null).ToHashSet();
        var unexplained = found.Where(one => (one.Field is null || !heldBack.Contains(one.Field)) && !known.Contains((one.LocalId, one.Field)) && !known.Contains((one.LocalId, null))
            && !known.Contains((one.CrmId, one.Field)) && !known.Contains((one.CrmId, null))).ToList();
        return new Differences(
            unexplained.Count, found.Count - unexplained.Count,
            [.. unexplained.Take(Shown).Select(one => $"{one.LocalId ?? "(nobody here)"} ↔ {one.CrmId ?? "(nobody there)"}  {one.Field}")]);
    }

    private async Task<Dictionary<string, string>> ReadLinksAsync(CancellationToken stop)
    {
        var counterparts = new Dictionary<string, string>(StringComparer.Ordinal);
        string? after = null;
        while (await store.ReadLinkPageAsync(crm.Name, after, PageSize, stop) is { Count: > 0 } links)
        {
            foreach (var link in links)
            {
                counterparts[link.CrmId] = link.LocalId;
            }

            after = links[^1].LocalId;
        }

        return counterparts;
    }

    private sealed record Both(string Local, string Crm, Func<Contact, string?> Read);

    private sealed record Difference(string? LocalId, string? CrmId, string? Field);
}

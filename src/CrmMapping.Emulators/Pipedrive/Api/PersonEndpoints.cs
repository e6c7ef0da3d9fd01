using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Answers for persons.</summary>
internal static class PersonEndpoints
{
    private const int MostIds = 100;

    public static void Get(PipedriveCall call)
    {
        var view = PersonView.Of(call);
        var id = call.PathId(2);
        var person = call.Company.Options.ShowsDeletedPersons && call.Company.Persons.Find(id) is { } shown ? shown : Find(call, id);
        call.Answer.Records = 1;
        call.Succeed(json => new PersonWriter(call.Company).Write(json, person, view));
    }

    public static void Create(PipedriveCall call)
    {
        var fill = new PersonInput(call.Company, call.Body).Read(isNew: true);
        var person = call.Company.Editor.Create(fill, call.User, byApi: true);
        call.Answer.Records = 1;
        call.Succeed(json => new PersonWriter(call.Company).Write(json, person));
    }

    public static void Update(PipedriveCall call)
    {
        var person = Find(call, call.PathId(2));
        var change = new PersonInput(call.Company, call.Body).Read(isNew: false);
        call.Company.Editor.Update(person, change, call.User, byApi: true);
        call.Answer.Records = 1;
        call.Succeed(json => new PersonWriter(call.Company).Write(json, person));
    }

    public static void Delete(PipedriveCall call)
    {
        var person = Find(call, call.PathId(2));
        call.Company.Editor.Delete(person, call.User, byApi: true);
        call.Answer.Records = 1;
        call.Succeed(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("id", person.Id);
            json.WriteEndObject();
        });
    }

    public static void List(PipedriveCall call)
    {
        var limit = call.QueryNumber("limit", 100, 500);
        var view = PersonView.Of(call);
        var sort = call.Query("sort_by") ?? "id";
        if (sort is not ("id" or "update_time" or "add_time"))
            throw PipedriveProblem.Invalid("Validation failed: sort_by: expected one of id, update_time, add_time");
        var descends = call.Query("sort_direction") switch
        {
            null or "asc" => false,
            "desc" => true,
            _ => throw PipedriveProblem.Invalid("Validation failed: sort_direction: expected one of asc, desc"),
        };
        var cursor = Cursor.Read(call.Query("cursor"), $"{sort} {descends}");
        var found = Sorted(call, sort, descends, cursor).Where(Filter(call)).Take(limit + 1).ToList();
        var next = found.Count > limit ? new Cursor($"{sort} {descends}", Key(found[limit - 1], sort), found[limit - 1].Id).ToString() : null;
        var writer = new PersonWriter(call.Company);
        call.SucceedWithPage(found.Take(limit).ToList(), next, (json, person) => writer.Write(json, person, view));
    }

    private static Person Find(PipedriveCall call, long id) => call.Company.Persons.Find(id) is { IsDeleted: false } person
        ? person
        : throw PipedriveProblem.NotFound("Person");

    private static long Key(Person person, string sort) => sort switch
    {
        "update_time" => person.UpdatedAt.ToUnixTimeSeconds(),
        "add_time" => person.AddedAt.ToUnixTimeSeconds(),
        _ => 0,
    };

    // The usual ways are walked along an index; the others are sorted whenever somebody asks.
    private static IEnumerable<Person> Sorted(PipedriveCall call, string sort, bool descends, Cursor? cursor)
    {
        var persons = call.Company.Persons;
        if (Ids(call) is { } ids)
            return After(ids.Order().Select(persons.Find).OfType<Person>(), sort, descends, cursor);
        if (sort is "id" && !descends)
            return persons.Ordered.Skip(persons.FirstFrom((cursor?.Id ?? 0) + 1));
        if (sort is "update_time" && !descends)
        {
            var since = Time(call, "updated_since")?.ToUnixTimeSeconds() ?? 0;
            return persons.ByUpdate(cursor is { } from ? (from.At, from.Id + 1) : (since, 0));
        }

        return After(persons.Ordered, sort, descends, cursor);
    }

    private static IEnumerable<Person> After(IEnumerable<Person> persons, string sort, bool descends, Cursor? cursor)
    {
        var ordered = persons.OrderBy(person => Key(person, sort)).ThenBy(static person => person.Id);
        var all = descends ? ordered.Reverse() : ordered;
        return cursor is not { } from ? all : all.Where(person =>
        {
            var compared = (Key(person, sort), person.Id).CompareTo((from.At, from.Id));
            return descends ? compared < 0 : compared > 0;
        });
    }

    private static Func<Person, bool> Filter(PipedriveCall call)
    {
        var (owner, org) = (call.QueryId("owner_id"), call.QueryId("org_id"));
        var (since, until) = (Time(call, "updated_since"), Time(call, "updated_until"));
        if (call.QueryId("filter_id") is not null)
            throw PipedriveProblem.NotFound("Filter");
        // Nobody has a deal here.
        var deal = call.QueryId("deal_id");
        return person => !person.IsDeleted
            && deal is null
            && (owner is null || person.OwnerId == owner)
            && (org is null || person.OrgId == org)
            && (since is null || person.UpdatedAt >= since)
            && (until is null || person.UpdatedAt < until);
    }

    private static IReadOnlyList<long>? Ids(PipedriveCall call)
    {
        if (call.QueryList("ids") is not { } texts)
            return null;
        if (texts.Count > MostIds)
            throw PipedriveProblem.Invalid($"Validation failed: ids: at most {MostIds}");
        return [.. texts.Select(text => long.TryParse(text, out var id) ? id : throw PipedriveProblem.Invalid("Validation failed: ids: expected numbers")).Distinct()];
    }

    private static Instant? Time(PipedriveCall call, string name)
    {
        if (call.Query(name) is not { } text)
            return null;
        var read = OffsetDateTimePattern.Rfc3339.Parse(text);
        if (!read.Success || (call.Company.Options.RefusesFractionsOfSeconds && text.Contains('.', StringComparison.Ordinal)))
            throw PipedriveProblem.Invalid($"Validation failed: {name}: expected a time such as 2025-01-01T10:20:00Z");
        return read.Value.ToInstant();
    }
}

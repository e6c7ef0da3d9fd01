using NodaTime;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Makes, changes, merges and deletes persons, and tells webhooks.</summary>
internal sealed class PersonEditor(Company company)
{
    public Person Create(Action<Person> fill, long user, bool byApi, bool told = true)
    {
        var person = new Person(company.NextId(), company.NowInSeconds) { OwnerId = user };
        fill(person);
        company.Persons.Add(person);
        if (told)
            company.Subscriptions.Tell(new PersonEvent("create", person.Copy(), null, user, byApi, company.Now));
        return person;
    }

    public void Update(Person person, Action<Person> change, long user, bool byApi, long? mergedFrom = null)
    {
        var before = person.Copy();
        company.Persons.Change(person, () =>
        {
            change(person);
            person.UpdatedAt = Instant.Max(person.UpdatedAt, company.NowInSeconds);
        });
        company.Subscriptions.Tell(new PersonEvent("change", person.Copy(), before, user, byApi, company.Now) { MergedFrom = mergedFrom });
    }

    public void Delete(Person person, long user, bool byApi, long? mergedInto = null)
    {
        var before = person.Copy();
        company.Persons.Delete(person, mergedInto);
        company.Subscriptions.Tell(new PersonEvent("delete", null, before, user, byApi, company.Now) { MergedTo = mergedInto });
    }

    /// <summary>Merges one person into another: the survivor keeps its values and fills its gaps.</summary>
    public void Merge(Person survivor, Person loser, long user)
    {
        Delete(loser, user, byApi: false, mergedInto: survivor.Id);
        Update(
            survivor,
            person =>
            {
                person.Emails = Joined(person.Emails, loser.Emails);
                person.Phones = Joined(person.Phones, loser.Phones);
                person.OrgId ??= loser.OrgId;
                foreach (var (code, value) in loser.Values)
                    person.Values.TryAdd(code, value);
            },
            user,
            byApi: false,
            mergedFrom: loser.Id);
    }

    private static List<LabelledValue> Joined(IReadOnlyList<LabelledValue> kept, IReadOnlyList<LabelledValue> more) =>
    [
        .. kept,
        .. more.Where(entry => !kept.Any(own => own.Value == entry.Value)).Select((entry, index) => entry with { IsPrimary = kept.Count == 0 && index == 0 }),
    ];
}

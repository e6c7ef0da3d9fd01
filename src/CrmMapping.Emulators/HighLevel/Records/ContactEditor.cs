namespace CrmMapping.Emulators.HighLevel;

/// <summary>Makes, changes and deletes contacts; tells search and webhooks.</summary>
internal sealed class ContactEditor(Location location)
{
    /// <summary>Makes a contact.</summary>
    /// <exception cref="HighLevelProblem">It is there already, and the location lets no two have one key.</exception>
    public Contact Create(Action<Contact> fill, bool told = true)
    {
        var contact = new Contact(location.NextContactId(), location.Now);
        fill(contact);
        RefuseDuplicate(contact);
        location.Contacts.Add(contact);
        Publish("ContactCreate", contact, told);
        return contact;
    }

    /// <summary>Changes a contact.</summary>
    /// <exception cref="HighLevelProblem">It would have the key of another one.</exception>
    public void Update(Contact contact, Action<Contact> change)
    {
        var trial = contact.Copy();
        change(trial);
        if (trial.Email != contact.Email || trial.Phone != contact.Phone)
            RefuseDuplicate(trial);
        var before = contact.Copy();
        location.Contacts.Change(contact, changed =>
        {
            change(changed);
            changed.UpdatedAt = location.Now;
        });
        foreach (var kind in Kinds(before, contact))
            location.Outbox.Tell(kind, contact);
        location.Index.Learn(contact);
    }

    public void Delete(Contact contact)
    {
        location.Contacts.Delete(contact);
        Publish("ContactDelete", contact, told: true);
    }

    /// <summary>Finds the contact that an upsert means: by the first key that finds one.</summary>
    /// <returns>The contact and the key by which it was found; null when there is none.</returns>
    public (Contact Contact, string Field)? Match(Contact wanted)
    {
        foreach (var field in location.Options.DuplicateKeys)
        {
            if (location.Contacts.With(field, wanted.Values.GetValueOrDefault(field)).FirstOrDefault() is { } found)
                return (found, field);
        }

        return null;
    }

    private void RefuseDuplicate(Contact contact)
    {
        if (location.Options.AllowsDuplicates)
            return;
        foreach (var field in location.Options.DuplicateKeys)
        {
            if (location.Contacts.With(field, contact.Values.GetValueOrDefault(field)).FirstOrDefault(other => other.Id != contact.Id) is { } other)
                throw HighLevelProblem.Duplicate(other, field);
        }
    }

    private void Publish(string kind, Contact contact, bool told)
    {
        if (told)
            location.Outbox.Tell(kind, contact);
        location.Index.Learn(contact);
    }

    // Each kind of change has an event of its own; what comes in tells nobody.
    private static IEnumerable<string> Kinds(Contact before, Contact after)
    {
        if (before.IsBlocked != after.IsBlocked || !before.Blocks.SequenceEqual(after.Blocks))
            yield return "ContactDndUpdate";
        if (!before.Tags.SequenceEqual(after.Tags))
            yield return "ContactTagUpdate";
        if (!before.Values.SequenceEqual(after.Values) || !before.Custom.SequenceEqual(after.Custom))
            yield return "ContactUpdate";
    }
}

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Converts leads: an account and a contact come into being, or a contact's gaps are filled, and the lead stays, shut.</summary>
internal static class LeadConverter
{
    private static readonly (string Lead, string Contact)[] Carried =
    [
        ("LastName", "LastName"), ("FirstName", "FirstName"), ("Salutation", "Salutation"), ("Title", "Title"), ("Phone", "Phone"),
        ("MobilePhone", "MobilePhone"), ("Fax", "Fax"), ("Email", "Email"), ("LeadSource", "LeadSource"), ("Description", "Description"),
        ("DoNotCall", "DoNotCall"), ("HasOptedOutOfEmail", "HasOptedOutOfEmail"), ("Street", "MailingStreet"), ("City", "MailingCity"),
        ("State", "MailingState"), ("PostalCode", "MailingPostalCode"), ("Country", "MailingCountry"),
    ];

    /// <summary>Converts a lead into a new contact, or into the one given.</summary>
    /// <returns>The contact.</returns>
    public static SObject Convert(SalesforceOrg org, SObject lead, SObject? into, Writer writer)
    {
        if (lead.IsDeleted)
            throw SalesforceProblem.Deleted();
        if (lead.Flag("IsConverted"))
            throw SalesforceProblem.Bad("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        var contact = into ?? CreateContact(org, lead, writer);
        if (into is not null)
            FillGaps(org, lead, into, writer);
        var status = org.Table("LeadStatus").All.FirstOrDefault(one => one.Flag("IsConverted"))?.Text("ApiName");
        org.Editor.Set(lead, writer, ("IsConverted", true), ("ConvertedDate", org.Now.InUtc().Date), ("ConvertedContactId", contact.Id),
            ("ConvertedAccountId", contact.Text("AccountId")), ("Status", status ?? lead.Text("Status")));
        var members = org.Table("CampaignMember");
        foreach (var member in members.Having(members.Type.Find("LeadId"), lead.Id).Where(static member => !member.IsDeleted).ToList())
            org.Editor.Set(member, writer, ("ContactId", contact.Id));
        return contact;
    }

    private static SObject CreateContact(SalesforceOrg org, SObject lead, Writer writer)
    {
        var owner = lead.Text("OwnerId")!;
        if (!owner.StartsWith(org.Users.Type.KeyPrefix, StringComparison.Ordinal))
            throw SalesforceProblem.Bad("INVALID_OWNER", "A lead of a queue needs an owner to be converted.");
        var accounts = org.Table("Account");
        var account = org.Editor.Create(accounts, [new(accounts.Type.Find("Name"), lead.Text("Company"))], writer);
        var contacts = org.Contacts.Type;
        var writes = Carried.Select(pair => new FieldWrite(contacts.Find(pair.Contact), lead[lead.Type.Find(pair.Lead)]))
            .Where(write => write.Value is not null);
        return org.Editor.Create(org.Contacts, [.. writes, new(contacts.Find("AccountId"), account.Id), new(contacts.OwnerId, owner)], writer);
    }

    private static void FillGaps(SalesforceOrg org, SObject lead, SObject contact, Writer writer)
    {
        var writes = Carried.Select(pair => new FieldWrite(contact.Type.Find(pair.Contact), lead[lead.Type.Find(pair.Lead)]))
            .Where(write => write.Value is not null && contact[write.Ordinal] is null);
        org.Editor.Update(contact, [.. writes], writer);
    }
}

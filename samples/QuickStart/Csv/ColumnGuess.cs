namespace QuickStart;

/// <summary>Guesses from a file's first row which column holds which property of a contact.</summary>
internal static class ColumnGuess
{
    // The first name wins where a file has several: 'Country' before 'CountryCode'.
    private static readonly (string Property, string[] Names)[] Known =
    [
        (nameof(Contact.FirstName), ["firstname", "first", "givenname", "forename"]),
        (nameof(Contact.LastName), ["lastname", "last", "surname", "familyname"]),
        (FullName.Property, ["fullname", "contactname", "displayname", "name"]),
        (nameof(Contact.Email), ["email", "emailaddress", "mail", "email1", "primaryemail", "workemail"]),
        (nameof(Contact.Phone), ["phone", "phonenumber", "telephone", "tel", "workphone", "businessphone", "mainphone", "phone1"]),
        (nameof(Contact.MobilePhone), ["mobilephone", "mobile", "mobilenumber", "cellphone", "cell"]),
        (nameof(Contact.Company), ["company", "companyname", "accountname", "account", "organization", "organisation", "employer", "sitename"]),
        (nameof(Contact.JobTitle), ["jobtitle", "title", "position", "role"]),
        (nameof(Contact.Address), ["address", "mailingstreet", "street", "streetaddress", "addressline1", "address1", "mailingaddress"]),
        (nameof(Contact.City), ["city", "mailingcity", "town"]),
        (nameof(Contact.State), ["state", "mailingstate", "stateprovince", "province", "stateregion", "region", "stateprovincecode", "statecode"]),
        (nameof(Contact.Zip), ["zip", "zipcode", "mailingpostalcode", "postalcode", "postcode", "mailingzip"]),
        (nameof(Contact.Country), ["country", "mailingcountry", "countryregion", "countryname", "countrycode"]),
        (nameof(Contact.Website), ["website", "websiteurl", "url", "web", "homepage"]),
    ];

    public static IReadOnlyList<Column> Of(string file, CsvRow header)
    {
        var names = header.Fields.Select(name => name.Trim()).ToArray();
        if (header.Damage is { } damage)
        {
            throw new InputException($"The first row of '{file}' holds {damage}, so its columns cannot be told. Correct it.");
        }

        RefuseDuplicates(file, names);
        RefuseContact(file, names);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < names.Length; index++)
        {
            places.TryAdd(Fold(names[index]), index);
        }

        var taken = new Dictionary<int, string>();
        foreach (var (property, known) in Known)
        {
            if (known.FirstOrDefault(places.ContainsKey) is { } name)
            {
                taken.TryAdd(places[name], property);
            }
        }

        return taken.Count > 0
            ? [.. names.Select((name, index) => new Column(index, name, taken.GetValueOrDefault(index)))]
            : throw new InputException(
                $"'{file}' has no column that is known. Name the columns in its first row, such as First name, Last name, Email, Phone, Company, City.");
    }

    private static string Fold(string name) =>
        string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static void RefuseDuplicates(string file, string[] names)
    {
        var twice = names.Index().Where(column => column.Item.Length > 0)
            .GroupBy(column => column.Item, column => column.Index + 1, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1).Select(group => $"'{group.Key}' (columns {string.Join(" and ", group)})").ToList();
        if (twice.Count > 0)
        {
            throw new InputException(
                $"'{file}' has columns of one name: {string.Join(", ", twice)}. Rename one of each, or take it out.");
        }
    }

    private static void RefuseContact(string file, string[] names)
    {
        if (names.FirstOrDefault(name => name.Contains('@', StringComparison.Ordinal)) is { } address)
        {
            throw new InputException(
                $"'{file}' begins with a contact ('{address}'). Put column names into its first row, such as First name, Email, Phone.");
        }
    }
}

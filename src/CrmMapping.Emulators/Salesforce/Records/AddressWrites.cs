namespace CrmMapping.Emulators.Salesforce;

/// <summary>Keeps countries and states in step with their codes in an org with address picklists.</summary>
internal static class AddressWrites
{
    private static readonly string[] Prefixes = ["Mailing", "Other", ""];

    public static void Complete(SObjectType type, object?[] values, IReadOnlyList<FieldWrite> writes, List<SalesforceError> errors)
    {
        foreach (var prefix in Prefixes)
        {
            var (country, state) = (type.Find($"{prefix}CountryCode"), type.Find($"{prefix}StateCode"));
            if (country < 0)
                continue;
            Pair(type, values, writes, errors, country, type.Find($"{prefix}Country"), AddressCodes.Countries, "country", "country/territory");
            Pair(type, values, writes, errors, state, type.Find($"{prefix}State"), AddressCodes.States, "state", "state");
            if (values[state] is string code && !Equals(AddressCodes.CountryOf(code), values[country]))
                errors.Add(Unknown(type[state], values[country] is null ? "country" : "state", "state"));
        }
    }

    // Either the code or the text was written; the code wins where both were.
    private static void Pair(
        SObjectType type, object?[] values, IReadOnlyList<FieldWrite> writes, List<SalesforceError> errors,
        int code, int text, IReadOnlyDictionary<string, string> codes, string thing, string list)
    {
        if (writes.Any(write => write.Ordinal == code))
        {
            values[text] = values[code] is string chosen ? codes.GetValueOrDefault(chosen) : null;
        }
        else if (writes.Any(write => write.Ordinal == text))
        {
            values[code] = values[text] is string name ? AddressCodes.Find(codes, name) : null;
            if (values[code] is string found)
                values[text] = codes[found];
            else if (values[text] is not null)
                errors.Add(Unknown(type[text], thing, list));
        }
    }

    private static SalesforceError Unknown(SalesforceField field, string thing, string list) => new("FIELD_INTEGRITY_EXCEPTION",
        $"There's a problem with this {thing}, even though it may appear correct. Please select a {list} from the list of valid {(thing is "country" ? "countries" : "states")}.: {field.Label}",
        field.Name);
}

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Refuses a value of a unique field that another record has.</summary>
internal sealed class UniqueCheck(SalesforceOrg org)
{
    public void Check(SObject record, object?[] values, IEnumerable<int> written)
    {
        foreach (var ordinal in written)
        {
            var field = record.Type[ordinal];
            if (!field.IsUnique || values[ordinal] is not string value)
                continue;
            var other = org.Table(record.Type.Name).Having(ordinal, value).FirstOrDefault(holder =>
                holder != record && !holder.IsDeleted && (!field.IsCaseSensitive || Equals(holder[ordinal], value)));
            if (other is not null)
                throw SalesforceProblem.Bad("DUPLICATE_VALUE", $"duplicate value found: {field.Name} duplicates value on record with id: {other.Id}");
        }
    }
}

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Judges ids in references: well formed, of an object that may stand there, of a record that is there.</summary>
internal sealed class ReferenceCheck(SalesforceOrg org)
{
    public void Check(SObject record, object?[] values, int ordinal)
    {
        var field = record.Type[ordinal];
        if (field.Type is not "reference" || values[ordinal] is not string text)
            return;
        if (!SalesforceId.TryRead(text, out var id))
            throw SalesforceProblem.Bad("MALFORMED_ID", $"{field.Label}: id value of incorrect type: {text}", field.Name);
        if (org.TableOf(id) is not { } table || !field.ReferenceTo.Contains(table.Type.Name))
            throw SalesforceProblem.Bad("FIELD_INTEGRITY_EXCEPTION", $"{field.Label}: id value of incorrect type: {text}", field.Name);
        if (table.Find(id) is not { IsDeleted: false } target)
            throw SalesforceProblem.Bad("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        if (ordinal == record.Type.OwnerId)
            RefuseInactive(record, target);
        values[ordinal] = id;
    }

    // A record may keep an owner who left; only choosing one fails.
    private static void RefuseInactive(SObject record, SObject owner)
    {
        if (owner.Type.Name is "User" && !owner.Flag("IsActive") && !Equals(record[record.Type.OwnerId], owner.Id))
        {
            throw SalesforceProblem.Bad("INACTIVE_OWNER_OR_USER",
                $"operation performed with inactive user [{owner.Id}] as owner of {record.Type.Label.ToLowerInvariant()}");
        }
    }
}

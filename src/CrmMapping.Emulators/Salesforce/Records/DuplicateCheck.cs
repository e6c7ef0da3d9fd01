namespace CrmMapping.Emulators.Salesforce;

/// <summary>Runs the duplicate rules of the org on a record that is about to be saved.</summary>
internal sealed class DuplicateCheck(SalesforceOrg org)
{
    public void Check(SObject record, object?[] values, Writer writer)
    {
        foreach (var rule in org.DuplicateRules)
        {
            if (rule.ObjectName != record.Type.Name || (writer.SavesDuplicates && !rule.Blocks))
                continue;
            var other = org.Table(rule.Matches ?? rule.ObjectName);
            var (from, to) = (record.Type.Find(rule.Field), other.Type.Find(rule.Field));
            if (from < 0 || to < 0 || values[from] is not string value)
                continue;
            var matches = other.Having(to, value).Where(match => match != record && !match.IsDeleted).OrderBy(match => match.Id, StringComparer.Ordinal).ToList();
            if (matches.Count > 0)
                throw new SalesforceProblem(400, new SalesforceError("DUPLICATES_DETECTED", rule.Message) { Duplicate = new(rule, other.Type.Name, matches) });
        }
    }
}

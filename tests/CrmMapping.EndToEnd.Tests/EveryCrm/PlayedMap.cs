namespace CrmMapping.EndToEnd.Tests.EveryCrm;

/// <summary>Maps a person to the fields of one CRM; all maps say the same beside the names.</summary>
public abstract class PlayedMap : ContactMap<Person>
{
    protected PlayedMap(IReadOnlyDictionary<string, string> fields)
    {
        Map(p => p.Phone).To(fields["Phone"]).Locked();
        Map(p => p.Email).To(fields["Email"]).Locked();
        Map(p => p.FirstName).To(fields["FirstName"]);
        Map(p => p.LastName).To(fields["LastName"]);
        Map(p => p.City).To(fields["City"]);
        Map(p => p.Job).To(fields["Job"]).Resolve(ConflictPolicy.LocalWins);
        Map(p => p.Note).To(fields["Note"]).Blanks(toCrm: BlankRule.Always, toLocal: BlankRule.WhenChanged);
        Resolve(ConflictPolicy.CrmWins);
    }
}

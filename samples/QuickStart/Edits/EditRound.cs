using CrmMapping;

namespace QuickStart;

/// <summary>Gathers the edits of one page of contacts, in the order in which they are made: here, in the CRM, here again.</summary>
internal sealed class EditRound
{
    public List<LocalEdit> First { get; } = [];

    public List<CrmEdit> InCrm { get; } = [];

    public List<LocalEdit> Last { get; } = [];

    public List<string> OnlyHere { get; } = [];

    public List<string> Conflicting { get; } = [];

    public List<string> LaterWins { get; } = [];

    /// <summary>Counts the conflicts of which only the CRM's history tells who was later.</summary>
    public int AskingForTimes { get; private set; }

    public void Local(string id, Action<Contact> change)
    {
        First.Add(new LocalEdit(id, change));
        OnlyHere.Add(id);
    }

    public void Crm(string id, string property, string value) => InCrm.Add(new CrmEdit(id, property, value));

    public void Both(ContactLink link, Action<Contact> change, string property, string value) =>
        Both(link, First, change, property, value);

    public void BothLaterHere(ContactLink link, Action<Contact> change, string property, string value) =>
        Both(link, Last, change, property, value);

    private void Both(ContactLink link, List<LocalEdit> when, Action<Contact> change, string property, string value)
    {
        when.Add(new LocalEdit(link.LocalId, change));
        Crm(link.CrmId, property, value);
        Conflicting.Add(link.LocalId);
        if (property == nameof(Contact.Company))
        {
            LaterWins.Add(link.LocalId);
            AskingForTimes += when == First ? 1 : 0;
        }
    }
}

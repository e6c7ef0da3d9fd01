using NodaTime;

namespace CrmMapping;

/// <summary>Holds what was told about one contact, until somebody asks what is to be done.</summary>
internal sealed class Story<TContact>
{
    public StoryBeginning Beginning { get; set; }

    public List<Func<TContact, TContact>> Agreed { get; } = [];

    public Dictionary<int, FieldValue> AgreedInCrm { get; } = [];

    public List<(Func<TContact, TContact> Edit, Instant? At)> LocalEdits { get; } = [];

    public List<(int Ordinal, FieldValue Value, Instant? At)> CrmEdits { get; } = [];

    public Instant? LocalModifiedAt { get; set; }

    public Instant? CrmModifiedAt { get; set; }

    public void EnsureTold()
    {
        if (Beginning != StoryBeginning.Linked && (Agreed.Count > 0 || AgreedInCrm.Count > 0))
        {
            throw new InvalidOperationException(
                $"{Beginning}() says that the two sides never agreed, and LastAgreed(…) what they agreed on. Leave one of them out.");
        }

        if (Beginning == StoryBeginning.OnlyLocal && CrmEdits.Count > 0)
        {
            throw new InvalidOperationException("OnlyLocal() says that the CRM has no record, and CrmChanges(…) changes it. Leave one of them out.");
        }

        if (Beginning == StoryBeginning.OnlyInCrm && LocalEdits.Count > 0)
        {
            throw new InvalidOperationException(
                "OnlyInCrm() says that there is no local contact, and LocalChanges(…) changes it. Leave one of them out.");
        }
    }
}

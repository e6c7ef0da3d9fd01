using NodaTime;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Holds one person. Changed under the gate alone.</summary>
internal sealed class Person(long id, Instant addedAt)
{
    public long Id => id;

    public Instant AddedAt { get; set; } = addedAt;

    public Instant UpdatedAt { get; set; } = addedAt;

    public string Name { get; set; } = "";

    public long? OwnerId { get; set; }

    public long? OrgId { get; set; }

    public int VisibleTo { get; set; } = 3;

    public IReadOnlyList<int> LabelIds { get; set; } = [];

    public IReadOnlyList<LabelledValue> Emails { get; set; } = [];

    public IReadOnlyList<LabelledValue> Phones { get; set; } = [];

    /// <summary>The values of custom fields and of those that contact sync brings, by code, as JSON text.</summary>
    public SortedDictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public bool IsDeleted { get; set; }

    public Person Copy()
    {
        var copy = new Person(Id, AddedAt)
        {
            UpdatedAt = UpdatedAt, Name = Name, OwnerId = OwnerId, OrgId = OrgId, VisibleTo = VisibleTo, LabelIds = LabelIds,
            Emails = Emails, Phones = Phones, IsDeleted = IsDeleted,
        };
        foreach (var (code, value) in Values)
            copy.Values.Add(code, value);
        return copy;
    }
}

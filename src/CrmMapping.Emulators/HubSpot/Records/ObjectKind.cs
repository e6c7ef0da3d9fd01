namespace CrmMapping.Emulators;

/// <summary>Holds one type of object: its names, its schema and its records.</summary>
internal sealed class ObjectKind
{
    public ObjectKind(string name, string typeId, string label, IEnumerable<HubSpotProperty> properties, IReadOnlyList<string> defaults)
    {
        (Name, TypeId, Label, Defaults) = (name, typeId, label, defaults);
        Schema = new Schema(properties);
        Records = new RecordSet();
        Unique = new UniqueValues(this);
    }

    public string Name { get; }

    public string TypeId { get; }

    /// <summary>The word that HubSpot uses for one such record in messages.</summary>
    public string Label { get; }

    public bool IsContacts => TypeId is "0-1";

    public IReadOnlyList<string> Defaults { get; }

    public Schema Schema { get; }

    public RecordSet Records { get; }

    public UniqueValues Unique { get; }
}

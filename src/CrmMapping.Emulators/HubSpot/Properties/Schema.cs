using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Numbers the properties of an object type, so that records are arrays. A number is never used twice.</summary>
internal sealed class Schema
{
    private readonly List<HubSpotProperty> _properties = [];
    private readonly List<JsonEncodedText> _names = [];
    private readonly List<Computed> _computed = [];
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    public Schema(IEnumerable<HubSpotProperty> properties)
    {
        foreach (var property in properties)
            Add(property);
    }

    public int Count => _properties.Count;

    public HubSpotProperty this[int ordinal] => _properties[ordinal];

    public IEnumerable<HubSpotProperty> Active => _properties.Where(property => !property.Archived);

    public IEnumerable<HubSpotProperty> ArchivedOnes => _properties.Where(property => property.Archived);

    public JsonEncodedText NameOf(int ordinal) => _names[ordinal];

    public Computed ComputedOf(int ordinal) => _computed[ordinal];

    /// <summary>Finds a property that is not archived; -1 when there is none.</summary>
    public int Find(string name) => _ordinals.GetValueOrDefault(name, -1);

    public HubSpotProperty? FindProperty(string name) => Find(name) is var ordinal and >= 0 ? _properties[ordinal] : null;

    public void Add(HubSpotProperty property)
    {
        _ordinals[property.Name] = _properties.Count;
        _properties.Add(property);
        _names.Add(JsonEncodedText.Encode(property.Name));
        _computed.Add(property.Name switch
        {
            "hs_object_id" => Computed.ObjectId,
            "createdate" or "hs_createdate" => Computed.Created,
            "lastmodifieddate" or "hs_lastmodifieddate" => Computed.Modified,
            "hs_email_domain" => Computed.EmailDomain,
            "hs_searchable_calculated_phone_number" => Computed.NationalPhone,
            "hs_searchable_calculated_mobile_number" => Computed.NationalMobile,
            _ => Computed.None,
        });
    }

    public void Replace(string name, HubSpotProperty property)
    {
        var ordinal = _ordinals[name];
        _properties[ordinal] = property;
        if (property.Archived)
            _ordinals.Remove(name);
    }
}

namespace CrmMapping.Tests;

/// <summary>Begins the stories of these tests.</summary>
internal static class A
{
    /// <summary>A linked contact under a map of a locked phone number and what a test adds to it.</summary>
    public static MappingScenario<Contact> Pair(Action<TestMap> map, CrmTraits? crm = null) => new(new TestMap(map), crm);

    /// <summary>A linked contact on whose first name, Ada, both sides agree.</summary>
    public static MappingScenario<Contact> Ada(Action<IMappingBuilder<Contact, string?>>? firstName = null) =>
        Pair(m =>
        {
            var mapping = m.Map(c => c.FirstName).To("firstname");
            firstName?.Invoke(mapping);
        }).LastAgreed(c => c.FirstName = "Ada");

    public static FieldDescriptor Picklist(string key, params string[] options) => new()
    {
        Key = key,
        Type = FieldType.Picklist,
        Options = options.Select(static o => new FieldOption(o, o)).ToEquatableArray(),
    };

    public static FieldDescriptor Text(string key, int? maxLength = null) =>
        new() { Key = key, Type = FieldType.Text, MaxLength = maxLength };
}

namespace CrmMapping.Tests.Authoring;

public sealed class The_grammar_of_a_map
{
    private static readonly string[] Directions = ["FromCrm", "ToCrm", "Bidirectional"];

    [Fact]
    public void Lets_a_direction_be_said_once()
    {
        Words(typeof(IMappingBuilder<Contact, string>)).Should().Contain(Directions);
        Words(typeof(IDirectedMappingBuilder<Contact, string>)).Should().NotContain(Directions);
        Words(typeof(IMappingDetails<Contact, string>)).Should().NotContain(Directions);
    }

    [Fact]
    public void Lets_only_follow_a_direction_directly()
    {
        Words(typeof(IDirectedMappingBuilder<Contact, string>)).Should().Contain("Only");
        Words(typeof(IMappingBuilder<Contact, string>)).Should().NotContain("Only");
        Words(typeof(IMappingDetails<Contact, string>)).Should().NotContain("Only");
        Next(typeof(IDirectedMappingBuilder<Contact, string>), "KeepWhenBlank").Should().Be<IMappingDetails<Contact, string>>();
    }

    [Fact]
    public void Ends_with_locked()
    {
        Next(typeof(IMappingBuilder<Contact, string>), "Locked").Should().Be<ILockedMapping>();
        Words(typeof(ILockedMapping)).Should().BeEmpty();
        Words(typeof(IDirectedMappingBuilder<Contact, string>)).Should().NotContain("Locked");
    }

    [Fact]
    public void Says_what_a_field_is_before_it_says_where_it_goes() =>
        Words(typeof(IMappingStart<Contact, string>)).Should().BeEquivalentTo(
            "AsOwner", "AsDispositionStatus", "AsLifecycleStage", "As", "Label", "MaxLength", "To");

    [Fact]
    public void Keeps_every_other_word_in_its_place()
    {
        var builder = typeof(IMappingVerbs<Contact, string, IMappingBuilder<Contact, string>>);

        builder.GetMethods().Select(method => method.ReturnType).Distinct()
            .Should().Equal(typeof(IMappingBuilder<Contact, string>));
    }

    private static IEnumerable<string> Words(Type type) =>
        type.GetInterfaces().Append(type).SelectMany(part => part.GetMethods()).Select(method => method.Name).Distinct();

    private static Type Next(Type type, string word) =>
        type.GetInterfaces().Append(type).SelectMany(part => part.GetMethods()).First(method => method.Name == word).ReturnType;
}

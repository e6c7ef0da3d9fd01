namespace CrmMapping.Tests.Authoring;

/// <summary>Builds maps that are written in a test.</summary>
internal static class Maps
{
    public static MappingSet Set(this ContactMap map, params FieldDescriptor[] known)
    {
        var mistakes = new List<MappingMistake>();
        var set = map.Build(RecordType.Contact, known, mistakes);
        mistakes.Should().BeEmpty();
        return set;
    }

    public static IReadOnlyList<MappingMistake> Mistakes(this ContactMap map, params FieldDescriptor[] known)
    {
        var mistakes = new List<MappingMistake>();
        map.Build(RecordType.Contact, known, mistakes);
        return mistakes;
    }

    public static CompiledMap Compiled(this ContactMap map) => map.Compile(map.Set());
}

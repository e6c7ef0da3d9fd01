using System.Text;

namespace CrmMapping.Tests.Editing;

public sealed class A_file_that_is_none
{
    private const string Whole = """{"formatVersion":1,"recordType":"Contact","mappings":[{"local":"Phone","direction":"Bidirectional","crm":"phone"}]}""";

    public static TheoryData<string, ImportRefusalCode, string> Files => new()
    {
        { "", ImportRefusalCode.NotJson, "$: The text is no JSON, is cut off, or is nested deeper than 8 levels: see line 1, byte 1. Correct it there, or export the map again." },
        { Whole[..60], ImportRefusalCode.NotJson, "$: The text is no JSON, is cut off, *" },
        { Whole + "x", ImportRefusalCode.NotJson, "$: The text is no JSON, *" },
        { "{\n  \"formatVersion\": 1,\n}", ImportRefusalCode.NotJson, "$: The text is no JSON, * see line 3, byte 1. *" },
        { "// a comment\n" + Whole, ImportRefusalCode.NotJson, "$: The text is no JSON, *" },
        { "[]", ImportRefusalCode.ValueNotAllowed, "$: an array is not allowed. Allowed: an object." },
        { "null", ImportRefusalCode.ValueNotAllowed, "$: 'null' is not allowed. Allowed: an object." },
        { "{}", ImportRefusalCode.PropertyMissing, "$: 'formatVersion' is missing. Allowed: 1.\n$: 'recordType' is missing. Allowed: \"Contact\".\n$: 'mappings' is missing. Allowed: an array of mappings." },
        { Whole.Replace(":1,", ":2,"), ImportRefusalCode.NewerFormat, "$.formatVersion: The file is of format '2', and this program reads format 1. Update it, or export the map from a program of this version." },
        { """{"formatVersion":2,"who":"knows"}""", ImportRefusalCode.NewerFormat, "$.formatVersion: The file is of format '2', *" },
        { """{"formatVersion":1e400}""", ImportRefusalCode.NewerFormat, "$.formatVersion: The file is of format '1e400', *" },
        { Whole.Replace(":1,", ":0,"), ImportRefusalCode.ValueNotAllowed, "$.formatVersion: '0' is not allowed. Allowed: 1." },
        { Whole.Replace(":1,", ":\"1\","), ImportRefusalCode.ValueNotAllowed, "$.formatVersion: '1' is not allowed. Allowed: 1." },
        { Whole.Replace("Contact", "Lead"), ImportRefusalCode.ValueNotAllowed, "$.recordType: 'Lead' is not allowed. Allowed: \"Contact\"." },
        { Whole.Replace("\"mappings\"", "\"maps\""), ImportRefusalCode.PropertyUnknown, "$['maps']: 'maps' means nothing here. Allowed: $schema, formatVersion, map, recordType, mappings.\n$: 'mappings' is missing. *" },
        { Whole.Replace("{\"local\"", "1,{\"local\""), ImportRefusalCode.ValueNotAllowed, "$.mappings[0]: '1' is not allowed. Allowed: a mapping, an object." },
        { Whole.Replace("\"crm\":\"phone\"", "\"crm\":\"\""), ImportRefusalCode.ValueNotAllowed, "$.mappings[0].crm: '' is not allowed. Allowed: the key of a CRM field." },
        { Whole.Replace("\"crm\":\"phone\"", "\"crm\":{}"), ImportRefusalCode.ValueNotAllowed, "$.mappings[0].crm: an object is not allowed. Allowed: the key of a CRM field." },
        { Whole.Replace("\"crm\":\"phone\"", "\"crm\":\"\\ud800\""), ImportRefusalCode.ValueNotAllowed, "$.mappings[0].crm: text with half a character is not allowed. *" },
        { Whole.Replace("\"crm\":\"phone\"", "\"\\ud800\":1,\"crm\":\"phone\""), ImportRefusalCode.PropertyUnknown, "$.mappings[0]['\uFFFD']: '\uFFFD' means nothing here. *" },
        { Whole.Replace("\"crm\":\"phone\"", "\"crm\":\"phone\",\"crm\":\"email\""), ImportRefusalCode.PropertyTwice, "$.mappings[0].crm: 'crm' is there twice. Allowed: once." },
        { Whole.Replace("\"crm\":\"phone\"", "\"note\":\"phone\""), ImportRefusalCode.PropertyUnknown, "$.mappings[0]['note']: 'note' means nothing here. Allowed: local, direction, crm.\n$.mappings[0]: 'crm' is missing. *" },
        { Whole.Replace("Bidirectional", "Sideways"), ImportRefusalCode.ValueNotAllowed, "$.mappings[0].direction: 'Sideways' is not allowed. Allowed: \"Bidirectional\", \"ToCrm\", \"FromCrm\"." },
        { Whole.Replace("\"Bidirectional\"", "3"), ImportRefusalCode.ValueNotAllowed, "$.mappings[0].direction: '3' is not allowed. *" },
        { Whole.Replace("Bidirectional", "ToCrm, FromCrm"), ImportRefusalCode.ValueNotAllowed, "$.mappings[0].direction: 'ToCrm, FromCrm' is not allowed. *" },
        { Whole.Replace("\"recordType\"", "\"map\":7,\"recordType\""), ImportRefusalCode.ValueNotAllowed, "$.map: '7' is not allowed. Allowed: text." },
        { $$"""{"formatVersion":1,"mappings":{{Nested(9)}}}""", ImportRefusalCode.NotJson, "$: The text is no JSON, is cut off, or is nested deeper than 8 levels: *" },
        { Nested(500_000), ImportRefusalCode.NotJson, "$: The text is no JSON, is cut off, or is nested deeper than 8 levels: *" },
    };

    [Theory, MemberData(nameof(Files))]
    public void Is_refused_with_the_place_and_what_is_allowed(string file, ImportRefusalCode first, string refusals)
    {
        var draft = Account.Draft().After(d => d.Delete("FirstName"));
        var before = draft.Build();

        var import = MappingJson.Read(Encoding.UTF8.GetBytes(file), draft);

        import.IsAccepted.Should().BeFalse();
        import.Refusals[0].Code.Should().Be(first);
        import.ToString().Should().Match(refusals);
        draft.Build().Should().Be(before);
    }

    [Fact]
    public void Is_refused_by_its_size_alone_when_no_map_is_as_large() =>
        MappingJson.Read(new byte[100 * 1024 * 1024], Account.Draft()).Refusals.Should().Equal(new ImportRefusal(
            ImportRefusalCode.FileTooLarge, "$", "The file has 104857600 bytes, and a map takes at most 1048576. Import a file that was exported from a map."));

    [Fact]
    public void Is_refused_when_it_is_not_UTF_8() =>
        MappingJson.Read((byte[])[.. "{\"map\":\""u8, 0xC3, 0x28, .. "\"}"u8], Account.Draft()).Refusals.Should().Equal(new ImportRefusal(
            ImportRefusalCode.NotJson, "$", "The file is not UTF-8. Save it as UTF-8, or export it again."));

    public static TheoryData<string> Endless =>
    [
        Repeated("1"),
        Repeated("""{"local":"x"}"""),
        Repeated("""{"local":"Firstname","direction":"ToCrm","crm":"firstnam"}"""),
        $"{{{string.Join(',', Enumerable.Repeat("\"a\":1", 100_000))}}}",
        Whole.Replace("Phone", new string('P', 900_000)),
    ];

    [Theory, MemberData(nameof(Endless))]
    public void Costs_little_however_much_is_wrong_with_it(string file)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var draft = Account.Draft([.. Enumerable.Range(0, 3000).Select(number => Account.Field($"firstname_{number}", FieldType.Text)), .. Account.Fields]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var import = MappingJson.Read(bytes, draft);

        import.Refusals.Count.Should().BeInRange(1, 100);
        import.ToString().Length.Should().BeLessThan(100_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(50_000_000);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Is_refused_wherever_it_is_cut_off_and_taken_whole_or_not_at_all_when_it_is_broken(int seed)
    {
        var random = new Random(seed);
        var whole = MappingJson.Write(Account.Set());
        var draft = Account.Draft();
        for (var round = 0; round < 2000; round++)
        {
            var broken = whole[..random.Next(whole.Length - 2)];
            MappingJson.Read(broken, draft).IsAccepted.Should().BeFalse("seed {0}, cut at {1}", seed, broken.Length);
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            var before = draft.Build();
            var import = MappingJson.Read(changed, draft);
            import.Refusals.All(static refusal => refusal.Path.StartsWith('$') && refusal.Message[^1] is '.' or '?').Should().BeTrue("seed {0}", seed);
            (import.IsAccepted || draft.Build() == before).Should().BeTrue("seed {0}", seed);
        }
    }

    private static string Repeated(string row) =>
        $$"""{"formatVersion":1,"recordType":"Contact","mappings":[{{string.Join(',', Enumerable.Repeat(row, 1_000_000 / (row.Length + 1)))}}]}""";

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);
}

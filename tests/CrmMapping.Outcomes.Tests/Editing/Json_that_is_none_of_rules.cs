using System.Text;

namespace CrmMapping.Outcomes.Tests.Editing;

public sealed class Json_that_is_none_of_rules
{
    private const string Rule = """{"tag":{"id":1,"name":"a"},"outcome":{"id":"x","label":"X"},"addedAt":"2026-11-23T12:00:00Z"}""";

    public static TheoryData<string, string> Texts => new()
    {
        { "", "NotJson $: The text is no JSON, is cut off, or is nested deeper than 8 levels: see line 1, byte 1. Correct it there, or write the rules again." },
        { "null", Kind("$") },
        { "[]", Kind("$") },
        { """{"formatVersion":2,"what":"ever"}""", "NewerFormat $.formatVersion: The text is of format '2', and this program reads format 1. Update it, or write the rules by a program of this version." },
        { """{"formatVersion":1e99}""", "NewerFormat $.formatVersion: The text is of format '1e99', and this program reads format 1. Update it, or write the rules by a program of this version." },
        { File(rules: Rule.Replace("\"id\":1", "\"id\":1,\"id\":1")), "PropertyTwice $.rules[0].tag.id: 'id' is there twice. Allowed: once." },
        { File(rules: Rule.Replace("\"name\"", "\"\\ud800\"")), Kind("$.rules[0].tag") },
        { File(rules: Rule.Replace("\"id\":1", "\"id\":\"1\"")), Kind("$.rules[0].tag.id") },
        { File(rules: Rule.Replace("\"id\":1", "\"id\":1.5")), Kind("$.rules[0].tag.id") },
        { File(rules: Rule.Replace("\"a\"", "\"\\ud800\"")), Kind("$.rules[0].tag.name") },
        { File(rules: "[]"), Kind("$.rules[0]") },
        { File(rules: "null"), "ValueNotAllowed $.rules[0]: null is not allowed. Allowed: an object." },
        { File(rules: $"{Rule},{Rule}"), "ValueNotAllowed $.rules[1].tag.id: '1' is not allowed. Allowed: each once in rules." },
        { File(rules: Rule.Replace("2026-11-23T12:00:00Z", "yesterday")), "ValueNotAllowed $.rules[0].addedAt: 'yesterday' is not allowed. Allowed: an instant as 2026-11-23T12:00:00Z." },
        { File(rules: Rule.Replace("\"x\"", "\"\"")), "ValueNotAllowed $.rules[0].outcome.id: '' is not allowed. Allowed: text that is not empty." },
        { File(defaults: """{"situation":"Sideways","outcome":{"id":"x","label":"X"}}"""), "ValueNotAllowed $.defaults[0].situation: 'Sideways' is not allowed. Allowed: OutboundAnswered, OutboundUnanswered, OutboundBusy, OutboundWrongNumber, InboundAnswered, InboundMissed, InboundVoicemail." },
        { File(version: -1), "ValueNotAllowed $.version: '-1' is not allowed. Allowed: a number from 0 on." },
        {
            """{"version":1,"rules":[{"tag":{"name":"a","colour":"red"}}],"more":1}""",
            """
            PropertyUnknown $['more']: 'more' means nothing here. Allowed: formatVersion, version, defaults, rules.
            PropertyMissing $: 'formatVersion' is missing. Allowed: 1.
            PropertyMissing $: 'defaults' is missing. Allowed: an array of defaults.
            PropertyUnknown $.rules[0].tag['colour']: 'colour' means nothing here. Allowed: id, name.
            PropertyMissing $.rules[0].tag: 'id' is missing. Allowed: a whole number.
            PropertyMissing $.rules[0]: 'outcome' is missing. Allowed: an outcome, an object.
            PropertyMissing $.rules[0]: 'addedAt' is missing. Allowed: an instant as 2026-11-23T12:00:00Z.
            """
        },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Is_refused_with_what_would_be_allowed(string text, string refusals)
    {
        var reading = OutcomeRulesJson.Read(Encoding.UTF8.GetBytes(text));

        reading.Rules.Should().BeNull();
        string.Join('\n', reading.Refusals.Select(static refusal => $"{refusal.Code} {refusal}")).Should().Be(refusals);
    }

    [Fact]
    public void Is_refused_when_it_is_too_large_or_no_text_at_all()
    {
        OutcomeRulesJson.Read(new byte[OutcomeRulesJson.MaxLength + 1]).Refusals.Single().Code.Should().Be(ImportRefusalCode.FileTooLarge);
        OutcomeRulesJson.Read((byte[])[(byte)'"', 0xFF, (byte)'"']).ToString().Should().Be("$: The text is not UTF-8. Save it as UTF-8, or write the rules again.");
    }

    [Fact]
    public void Is_refused_with_no_more_than_a_hundred_reasons() =>
        OutcomeRulesJson.Read(Encoding.UTF8.GetBytes(File(rules: string.Join(',', Enumerable.Repeat("null", 1000))))).Refusals.Should().HaveCount(100);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Is_refused_wherever_it_is_cut_off_and_never_brings_the_reader_down(int seed)
    {
        var whole = OutcomeRulesJson.Write(A.Rules);
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var cut = random.Next(whole.Length - 1);
            OutcomeRulesJson.Read(whole.AsMemory(0, cut)).Rules.Should().BeNull("seed {0}, cut at {1}", seed, cut);

            var broken = whole.ToArray();
            broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var reading = OutcomeRulesJson.Read(broken);
            (reading.Rules is null).Should().Be(reading.Refusals.Count > 0, "seed {0}, round {1}", seed, round);
        }
    }

    private static string Kind(string path) =>
        $"ValueNotAllowed {path}: The value is not of the kind that is allowed. Allowed: objects and arrays as they are written, whole numbers for versions and the ids of tags, text for the rest.";

    private static string File(int version = 1, string defaults = "", string rules = "") =>
        $$"""{"formatVersion":1,"version":{{version}},"defaults":[{{defaults}}],"rules":[{{rules}}]}""";
}

using CrmMapping.Tests.Authoring;
using NodaTime;

namespace CrmMapping.Tests.Mapping;

public abstract class A_contact_read_and_written
{
    private readonly ContactAccess _access;
    private readonly MappingSet _set = new EverythingMap().Set();

    private protected A_contact_read_and_written(bool fused) =>
        _access = ContactAccess<Contact>.For(_set, new EverythingMap().Fields, fused);

    private static Contact Full => new()
    {
        Phone = "+1 (415) 555-0123",
        FirstName = "Ada",
        LastName = "Lovelace",
        DoNotCall = true,
        Subscribed = false,
        CallCount = 3,
        Revenue = 1200.50m,
        Score = 0.25,
        Birthday = new LocalDate(1815, 12, 10),
        Anniversary = new DateOnly(1835, 7, 8),
        LastCallAt = Instant.FromUtc(2026, 11, 23, 22, 26) + Duration.FromMilliseconds(500),
        CreatedAt = new DateTimeOffset(2026, 11, 23, 15, 26, 0, TimeSpan.FromHours(-7)),
        BestTime = new OffsetTime(new LocalTime(8, 33, 16), Offset.FromHours(-7)),
        Reminder = new TimeOnly(9, 30),
        Tier = Tier.VeryGold,
        ExternalId = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
        Tags = ["sold", "bad call", "sold"],
    };

    [Fact, Trait("Rule", "F1")]
    public void Reads_each_property_in_its_canonical_form()
    {
        var values = new RecordBuffer();
        _access.Read(Full, values);

        Show(values).Should().Equal(
            "Phone: \"+1 (415) 555-0123\"",
            "FirstName: \"Ada\"",
            "LastName: \"Lovelace\"",
            "Company: blank",
            "DoNotCall: \"true\"",
            "Subscribed: \"false\"",
            "CallCount: \"3\"",
            "Revenue: \"1200.5\"",
            "Score: \"0.25\"",
            "Birthday: \"1815-12-10\"",
            "Anniversary: \"1835-07-08\"",
            "LastCallAt: \"2026-11-23T22:26:00.5Z\"",
            "CreatedAt: \"2026-11-23T22:26:00Z\"",
            "BestTime: \"08:33:16-07:00\"",
            "Reminder: \"09:30:00\"",
            "Tier: \"VeryGold\"",
            "ExternalId: \"0f8fad5b-d9cb-469f-a165-70867728950e\"",
            "Tags: \"bad call;sold\"",
            "FullName: \"Ada Lovelace\"");
    }

    [Fact, Trait("Rule", "F8")]
    public void Reads_a_day_of_which_no_crm_has_a_form_as_text_that_is_an_issue()
    {
        var values = new RecordBuffer();
        _access.Read(new Contact { Birthday = new LocalDate(-43, 3, 15) }, values);

        values.Value(Ordinal("Birthday")).Should().Be((FieldValue)"-0043-03-15");
        IsoText.TryReadDate(values[Ordinal("Birthday")], out _).Should().BeFalse();
    }

    [Fact]
    public void Comes_back_whole_in_a_new_contact()
    {
        var (before, after, copy) = (new RecordBuffer(), new RecordBuffer(), _access.New());
        _access.Read(Full, before);

        _access.Apply(copy, before).Should().BeEmpty();

        _access.Read(copy, after);
        after.Same(before).Should().BeTrue();
    }

    [Fact, Trait("Rule", "F2")]
    public void Is_emptied_by_blanks_as_a_new_contact_is_empty()
    {
        var contact = Full;
        var patch = new RecordBuffer(_set.Mappings.Count);
        for (var ordinal = 0; ordinal < patch.Count; ordinal++)
        {
            patch.SetBlank(ordinal);
        }

        _access.Apply(contact, patch).Should().BeEmpty();

        contact.Should().BeEquivalentTo(new Contact());
    }

    [Fact, Trait("Rule", "F2a")]
    public void Keeps_what_the_patch_does_not_know()
    {
        var contact = Full;

        _access.Apply(contact, Patch("FirstName", "Augusta")).Should().BeEmpty();

        var expected = Full;
        expected.FirstName = "Augusta";
        contact.Should().BeEquivalentTo(expected);
    }

    [Theory, Trait("Rule", "F8")]
    [InlineData("CallCount", "12.5")]
    [InlineData("CallCount", "99999999999")]
    [InlineData("Tier", "Platinum")]
    [InlineData("Birthday", "yesterday")]
    [InlineData("Subscribed", "maybe")]
    [InlineData("Score", "1e999")]
    public void Refuses_a_value_that_its_property_cannot_hold_and_takes_the_others(string field, string value)
    {
        var contact = Full;
        var patch = Patch(field, value);
        patch.Set(Ordinal("Company"), "Engines"u8);

        var refusals = _access.Apply(contact, patch);

        var expected = Full;
        expected.Company = "Engines";
        contact.Should().BeEquivalentTo(expected);
        refusals.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Field = field, Code = IssueCode.NotConvertible });
        refusals[0].Message.Should().NotContain(value);
    }

    [Fact]
    public void Is_cloned_without_being_shared()
    {
        var contact = Full;

        var clone = (Contact)_access.Clone(contact);
        clone.FirstName = "Augusta";

        contact.Should().BeEquivalentTo(Full);
        clone.LastName.Should().Be("Lovelace");
    }

    private RecordBuffer Patch(string field, string value)
    {
        var patch = new RecordBuffer(_set.Mappings.Count);
        patch.Set(Ordinal(field), value.AsSpan());
        return patch;
    }

    private int Ordinal(string field) => _set.Mappings.ToList().FindIndex(mapping => mapping.Local.Key == field);

    private IEnumerable<string> Show(RecordBuffer values) =>
        _set.Mappings.Select((mapping, ordinal) => $"{mapping.Local.Key}: {values.Value(ordinal)}");

    private sealed class EverythingMap : ContactMap<Contact>
    {
        public EverythingMap()
        {
            Map(c => c.Phone).To("phone");
            Map(c => c.FirstName).To("firstname");
            Map(c => c.LastName).To("lastname");
            Map(c => c.Company).To("company");
            Map(c => c.DoNotCall).To("do_not_call");
            Map(c => c.Subscribed).To("subscribed");
            Map(c => c.CallCount).To("call_count");
            Map(c => c.Revenue).To("revenue");
            Map(c => c.Score).To("score");
            Map(c => c.Birthday).To("birthday");
            Map(c => c.Anniversary).To("anniversary");
            Map(c => c.LastCallAt).To("last_call_at");
            Map(c => c.CreatedAt).To("created_at");
            Map(c => c.BestTime).To("best_time");
            Map(c => c.Reminder).To("reminder");
            Map(c => c.Tier).To("tier");
            Map(c => c.ExternalId).To("external_id");
            Map(c => c.Tags).To("tags");
            Map(c => c.FullName).To("full_name").ToCrm();
        }
    }
}

public sealed class A_contact_read_and_written_by_one_fused_function() : A_contact_read_and_written(fused: true);

public sealed class A_contact_read_and_written_a_field_at_a_time() : A_contact_read_and_written(fused: false);

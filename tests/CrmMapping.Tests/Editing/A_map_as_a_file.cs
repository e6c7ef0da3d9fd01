using System.Text;
using System.Text.Json;

namespace CrmMapping.Tests.Editing;

public sealed class A_map_as_a_file
{
    private readonly MappingDraft _draft = Account.Draft();

    [Fact]
    public void Is_written_for_people_to_read() => Snapshot.Verify(Encoding.UTF8.GetString(MappingJson.Write(
        Account.Draft().After(d => d.Retarget("FirstName", "nickname"), d => d.Delete("Company"), d => d.Add("Notes", "notes", SyncDirection.FromCrm)).Build())));

    [Fact]
    public void Gives_the_same_map_where_it_is_read()
    {
        var set = Account.Draft().After(
            d => d.Retarget("FirstName", "nickname"),
            d => d.Retarget("LastName", "firstname"),
            d => d.Retarget("FirstName", "lastname"),
            d => d.Retarget("OwnerId", "own_owner"),
            d => d.Delete("Company"),
            d => d.Add("Notes", "company", SyncDirection.FromCrm)).Build();

        MappingJson.Read(MappingJson.Write(set), _draft).IsAccepted.Should().BeTrue();

        _draft.Build().Should().Be(set);
        _draft.Edits.Should().Be(set.Edit().Edits);
    }

    [Fact]
    public void Replaces_what_was_decided_before()
    {
        _draft.After(d => d.Delete("LastName"), d => d.Add("Notes", "notes", SyncDirection.ToCrm));

        MappingJson.Read(MappingJson.Write(Account.Set()), _draft);

        _draft.Build().Should().Be(Account.Set());
        _draft.Edits.Should().Be(MappingEdits.None);
    }

    [Fact]
    public void Is_read_with_a_byte_order_mark() =>
        MappingJson.Read((byte[])[.. Encoding.UTF8.Preamble, .. MappingJson.Write(Account.Set())], _draft).Should().Be(new MappingImport());

    [Fact]
    public void Is_read_where_the_account_lacks_a_property_that_code_ships() =>
        MappingJson.Read(MappingJson.Write(Account.Set()), Account.Draft(Account.Without("company"))).ToString()
            .Should().StartWith("accepted\nMappingWaits: 'company' is not among");

    [Fact, Trait("Rule", "E7")]
    public void Is_read_with_the_warnings_of_each_mapping()
    {
        var set = Account.Draft().After(d => d.Add("BestTime", "best_clock", SyncDirection.ToCrm), d => d.Retarget("OwnerId", "own_owner")).Build();

        MappingJson.Read(MappingJson.Write(set), _draft).Warnings.Select(warning => warning.Code)
            .Should().Equal(EditWarningCode.OwnerSyncsByHand, EditWarningCode.TimeTurnsUtc);
    }

    public static TheoryData<string, string, string, EditRefusalCode> Refused => new()
    {
        { Row("FirstName", "ToCrm", "firstnam"), "$.mappings[4].crm", "'firstnam' is not among the CRM's properties, or may not be read. Did you mean 'firstname'?", EditRefusalCode.UnknownCrmField },
        { Row("FirstNam", "ToCrm", "firstname"), "$.mappings[4].local", "'FirstNam' is no field that the map offers. Did you mean 'FirstName'?", EditRefusalCode.UnknownLocalField },
        { Row("Phone", "ToCrm", "nickname"), "$.mappings[4].local", "'Phone' is already mapped: Phone ↔ phone. *", EditRefusalCode.LocalFieldMapped },
        { Row("FirstName", "ToCrm", "phone"), "$.mappings[4].crm", "'phone' is already mapped: Phone ↔ phone. *", EditRefusalCode.CrmFieldMapped },
        { Row("LastCallAt", "FromCrm", "last_call"), "$.mappings[4].direction", "The mapping of LastCallAt does not run ←. Allowed here: →.", EditRefusalCode.DirectionNotAllowed },
        { Row("LastCallAt", "ToCrm", "last_call_day"), "$.mappings[4]", "→ would put 'LastCallAt' (DateTime) into 'last_call_day' (Date), *", EditRefusalCode.TypesDoNotFit },
        { Row("Notes", "ToCrm", "createdate"), "$.mappings[4]", "'createdate' is read-only in the CRM and cannot be written. *", EditRefusalCode.CrmFieldReadOnly },
        { Row("FullName", "FromCrm", "full_name"), "$.mappings[4]", "'FullName' is read-only here and cannot be written. *", EditRefusalCode.LocalFieldReadOnly },
    };

    [Theory, MemberData(nameof(Refused)), Trait("Rule", "E3"), Trait("Rule", "E5"), Trait("Rule", "E6")]
    public void Is_refused_where_an_edit_would_be(string row, string path, string message, EditRefusalCode code)
    {
        var before = _draft.After(d => d.Delete("FirstName")).Build();

        var refusal = Read(File([.. Fixed, row])).Refusals.Should().ContainSingle().Subject;

        refusal.Should().BeEquivalentTo(new { Code = ImportRefusalCode.EditRefused, Path = path, Edit = new { Code = code } });
        refusal.Message.Should().Match(message).And.Be(refusal.Edit!.Message);
        _draft.Build().Should().Be(before);
    }

    public static TheoryData<int, string?, string, string> ChangedFixed => new()
    {
        { 0, Row("Phone", "ToCrm", "phone"), "$.mappings[0]", "The mapping Phone ↔ phone is locked*" },
        { 0, Row("Phone", "Bidirectional", "nickname"), "$.mappings[0]", "The mapping Phone ↔ phone is locked*" },
        { 0, null, "$.mappings", "'Phone' is left out, which would delete it. The mapping Phone ↔ phone is locked*" },
        { 1, Row("OwnerId", "FromCrm", "nickname"), "$.mappings[1].crm", "'nickname' (Text) cannot hold the contact's owner. *" },
        { 1, null, "$.mappings", "'OwnerId' is left out, which would delete it. The mapping OwnerId ← owner is a special one and is never deleted. *" },
        { 2, Row("Disposition", "FromCrm", "own_status"), "$.mappings[2].crm", "The mapping Disposition ← status is a special one and stays with 'status'. *" },
        { 2, Row("Disposition", "ToCrm", "status"), "$.mappings[2].direction", "The mapping of Disposition does not run →. *" },
    };

    [Theory, MemberData(nameof(ChangedFixed)), Trait("Rule", "C2"), Trait("Rule", "C3")]
    public void Is_refused_where_it_changes_what_stays(int index, string? row, string path, string message)
    {
        var refusal = Read(File([.. Fixed[..index], .. row is null ? Array.Empty<string>() : [row], .. Fixed[(index + 1)..]]))
            .Refusals.Should().ContainSingle().Subject;

        refusal.Path.Should().Be(path);
        refusal.Message.Should().Match(message);
    }

    [Fact, Trait("Rule", "M2")]
    public void Is_refused_where_records_could_be_matched_no_more()
    {
        var draft = Authoring.Maps.Set(new KeyMap()).Edit();

        MappingJson.Read(Encoding.UTF8.GetBytes(File([])), draft).ToString().Should().Match("$.mappings: 'Email' is left out, which would delete it. The mapping * is the last *");
    }

    [Fact]
    public void Is_refused_with_everything_that_is_wrong_with_it_in_its_order() =>
        Read(File([.. Fixed, Row("Nobody", "ToCrm", "nickname"), Row("FirstName", "ToCrm", "nothing"), Row("LastName", "ToCrm", "phone")]))
            .Refusals.Select(refusal => refusal.Path).Should().Equal("$.mappings[4].local", "$.mappings[5].crm", "$.mappings[6].crm");

    [Fact]
    public void Is_refused_once_for_a_field_that_is_there_twice() =>
        Read(File([.. Fixed, Row("FirstName", "ToCrm", "nothing"), Row("FirstName", "ToCrm", "nickname")]))
            .Refusals.Select(refusal => refusal.Path).Should().Equal("$.mappings[4].crm", "$.mappings[5].local");

    private static string[] Fixed { get; } =
    [
        Row("Phone", "Bidirectional", "phone"), Row("OwnerId", "FromCrm", "owner"), Row("Disposition", "FromCrm", "status"), Row("Stage", "FromCrm", "stage"),
    ];

    private MappingImport Read(string file) => MappingJson.Read(Encoding.UTF8.GetBytes(file), _draft);

    private static string File(string[] rows) => $$"""{"formatVersion":1,"recordType":"Contact","mappings":[{{string.Join(',', rows)}}]}""";

    private static string Row(string local, string direction, string crm) => JsonSerializer.Serialize(new { local, direction, crm });

    private sealed class KeyMap : ContactMap<Contact>
    {
        public KeyMap() => Map(c => c.Email).To("email");
    }
}

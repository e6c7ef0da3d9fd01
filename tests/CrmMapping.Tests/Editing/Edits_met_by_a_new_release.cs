using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Editing;

public sealed class Edits_met_by_a_new_release
{
    private static readonly MappingEdits Edits = new()
    {
        Edits =
        [
            new() { Local = "Company", Kind = MappingEditKind.Deleted },
            new() { Local = "FirstName", Crm = "nickname", Direction = SyncDirection.FromCrm },
            new() { Local = "Notes", Kind = MappingEditKind.Added, Crm = "notes", Direction = SyncDirection.ToCrm },
        ],
    };

    [Fact]
    public void Hold_on_beside_what_the_release_changes() =>
        Met(map =>
        {
            map.Map(c => c.LastName).To("surname");
            map.Map(c => c.Company).To("employer");
            map.Map(c => c.FirstName).To("given_name");
            map.Field(c => c.Notes);
        }).Should().Be("""
            LastName ↔ surname
            FirstName ← nickname
            Notes → notes

            """);

    [Fact]
    public void Change_a_mapping_that_an_admin_had_added_and_that_ships_now() =>
        Met(map => map.Map(c => c.Notes).To("hs_notes").KeepWhenBlank(), "Notes").Should().Be("""
            Notes → notes  keep when blank

            """);

    [Fact]
    public void Rest_where_the_field_is_offered_no_more() =>
        Met(map => map.Map(c => c.LastName).To("lastname")).Should().Be("""
            LastName ↔ lastname
            FirstName/nickname: UnknownLocalField: 'FirstName' is no field that the map offers any more. Offer it again with Field(…), or reset the mapping.
            Notes/notes: UnknownLocalField: 'Notes' is no field that the map offers any more. Offer it again with Field(…), or reset the mapping.

            """);

    [Fact]
    public void Rest_where_the_mapping_ships_no_more() =>
        Met(map => map.Field(c => c.FirstName), "FirstName").Should().Be("""
            FirstName/: NotMapped: 'FirstName' is not mapped. Add a mapping of it, or name a field that is mapped.

            """);

    [Fact, Trait("Rule", "C2")]
    public void Rest_where_the_mapping_is_locked_now() =>
        Met(map => { map.Map(c => c.Company).To("company").Locked(); map.Map(c => c.FirstName).To("firstname").Locked(); }, "Company", "FirstName")
            .Should().Match("""
                Company ↔ company  🔒
                FirstName ↔ firstname  🔒
                Company/company: MappingLocked: *
                FirstName/firstname: MappingLocked: *

                """);

    [Fact, Trait("Rule", "C3")]
    public void Rest_where_the_mapping_is_a_special_one_now() =>
        Met(map => { map.Map(c => c.Company).AsOwner().To("owner"); map.Map(c => c.FirstName).AsLifecycleStage().To("stage"); }, "Company", "FirstName")
            .Should().Match("""
                Company ← owner
                FirstName ← stage
                Company/owner: MappingNotDeletable: *
                FirstName/stage: MappingNotRetargetable: *

                """);

    [Fact, Trait("Rule", "C6")]
    public void Rest_in_the_part_that_is_not_allowed_now() =>
        Met(map => map.Map(c => c.FirstName).To("firstname").ToCrm().Only(), "FirstName").Should().Be("""
            FirstName → nickname
            FirstName/firstname: DirectionNotAllowed: The mapping of FirstName does not run ←. Allowed here: →.

            """);

    [Fact, Trait("Rule", "E3")]
    public void Rest_where_the_release_maps_the_property_that_an_admin_chose() =>
        Met(map =>
        {
            map.Map(c => c.FirstName).To("firstname");
            map.Map(c => c.LastName).To("nickname");
            map.Map(c => c.Stage).To("notes");
            map.Field(c => c.Notes);
        }).Should().Match("""
            FirstName ← firstname
            LastName ↔ nickname
            Stage ↔ notes
            FirstName/nickname: CrmFieldMapped: 'nickname' is already mapped: LastName ↔ nickname. *
            Notes/notes: CrmFieldMapped: 'notes' is already mapped: Stage ↔ notes. *

            """);

    [Fact, Trait("Rule", "E3")]
    public void Rest_one_after_the_other_where_one_that_rests_takes_its_property_back()
    {
        var edits = new MappingEdits
        {
            Edits = [new() { Local = "FirstName", Crm = "nickname" }, new() { Local = "LastName", Crm = "firstname" }],
        };

        Met(
            edits,
            map =>
            {
                map.Map(c => c.FirstName).To("firstname");
                map.Map(c => c.LastName).To("lastname");
                map.Map(c => c.Stage).To("nickname");
            }).Should().Match("""
                FirstName ↔ firstname
                LastName ↔ lastname
                Stage ↔ nickname
                FirstName/nickname: CrmFieldMapped: *
                LastName/firstname: CrmFieldMapped: 'firstname' is already mapped: FirstName ↔ firstname. *

                """);
    }

    [Fact, Trait("Rule", "M2")]
    public void Rest_where_records_could_be_matched_no_more()
    {
        var edits = new MappingEdits
        {
            Edits =
            [
                new() { Local = "Email", Kind = MappingEditKind.Added, Crm = "email", Direction = SyncDirection.ToCrm },
                new() { Local = "MobilePhone", Kind = MappingEditKind.Deleted },
            ],
        };
        var release = new KeyMap().Set();

        Text(edits.ApplyTo(release, Account.Fields)).Should().Match("""
            MobilePhone ↔ mobile
            Email/email: UnknownLocalField: *
            MobilePhone/mobile: LastMatchKey: *

            """);
    }

    [Fact]
    public void Are_kept_while_they_rest_and_hold_again_when_they_fit()
    {
        var resting = Edits.ApplyTo(Release(map => map.Map(c => c.LastName).To("lastname")), Account.Fields);
        var draft = resting.Set.Edit().After(d => d.ChangeDirection("LastName", SyncDirection.ToCrm));

        draft.Dormant.Should().Equal(resting.Dormant);
        draft.Edits.ApplyTo(Account.Code(), Account.Fields).Set.Should().Be(
            Edits.With("LastName", new MappingEdit { Local = "LastName", Direction = SyncDirection.ToCrm }).ApplyTo(Account.Code(), Account.Fields).Set);
    }

    [Fact]
    public void Are_kept_in_the_part_that_rests_when_another_part_is_edited()
    {
        var code = Release(map => { map.Map(c => c.FirstName).To("firstname"); map.Map(c => c.LastName).To("nickname"); });
        var draft = Edits.ApplyTo(code, Account.Fields).Set.Edit();

        draft.After(d => d.ChangeDirection("FirstName", SyncDirection.ToCrm));

        draft.Edits.Find("FirstName").Should().Be(new MappingEdit { Local = "FirstName", Crm = "nickname", Direction = SyncDirection.ToCrm });
        draft.Drawn("FirstName").Should().Be("FirstName → firstname");
        draft.After(d => d.Delete("LastName")).Drawn("FirstName").Should().Be("FirstName → nickname");
        draft.Changes.ToString().Should().Contain("~ FirstName: firstname ⇒ nickname");
    }

    [Fact]
    public void Are_forgotten_by_a_reset_also_while_they_rest()
    {
        var draft = Edits.ApplyTo(Release(map => map.Map(c => c.LastName).To("lastname")), Account.Fields).Set.Edit();

        draft.After(d => d.Reset("Notes")).Edits.Find("Notes").Should().BeNull();
        draft.After(d => d.Reset()).Edits.Should().Be(MappingEdits.None);
    }

    private static MappingSet Release(Action<TestMap> map) => new TestMap(map).Set();

    private static string Met(Action<TestMap> map, params string[] locals) =>
        Met(new MappingEdits { Edits = Edits.Edits.Where(edit => locals.Length == 0 || locals.Contains(edit.Local)).ToEquatableArray() }, map);

    private static string Met(MappingEdits edits, Action<TestMap> map) => Text(edits.ApplyTo(Release(map), Account.Fields));

    // What rests follows the mappings, but for the locked phone number of every test's map.
    private static string Text(AppliedEdits applied) => string.Concat(
        applied.Set.Mappings.Where(static mapping => mapping.Local.Key != "Phone").Select(static mapping => $"{mapping}\n")
            .Concat(applied.Dormant.Select(static refusal => $"{refusal.Local}/{refusal.Crm}: {refusal}\n")));

    private sealed class KeyMap : ContactMap<Contact>
    {
        public KeyMap() => Map(c => c.MobilePhone).To("mobile");
    }
}

using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Mapping;

public sealed class A_compiled_map
{
    private static readonly FieldDescriptor[] Live =
    [
        new() { Key = "phone", Label = "Phone number", Type = FieldType.Phone },
        new() { Key = "email", Type = FieldType.Email },
        new() { Key = "work_email", Type = FieldType.Email },
        new() { Key = "company", Type = FieldType.Text, MaxLength = 40 },
        new() { Key = "mobile", Type = FieldType.Phone },
    ];

    private readonly CompiledMap _map = new SomeMap().Compiled();

    [Fact, Trait("Rule", "M2")]
    public void Matches_by_the_locked_key_or_else_by_the_first()
    {
        _map.EmailOrdinal.Should().Be(2);
        _map.PhoneOrdinal.Should().Be(0);
        new PhoneOnlyMap().Compiled().EmailOrdinal.Should().Be(-1);
    }

    [Fact]
    public void Names_its_layout_by_the_pairs_of_fields()
    {
        _map.Layout.Should().Be("MobilePhone|mobile\nNotes|work_email\nEmail|email\nCompany|company\n");
        _map.LayoutId.Should().Be(new SomeMap().Compiled().LayoutId).And.MatchRegex("^[0-9a-f]{16}$");
        _map.LayoutId.Should().NotBe(new PhoneOnlyMap().Compiled().LayoutId);
    }

    [Fact]
    public void Takes_the_fields_as_the_crm_describes_them()
    {
        var live = _map.With(Live);

        live.CrmFields.Fields.Select(field => field.MaxLength).Should().Equal(null, null, null, 40);
        live.MissingFields.Should().BeEmpty();
        Enumerable.Range(0, live.Count).Should().OnlyContain(ordinal => !live.IsSuspended(ordinal));
        live.Layout.Should().Be(_map.Layout);
        live.Stamp.Should().NotBe(_map.Stamp);
        live.Stamp.Should().Be(new SomeMap().Compiled().With(Live).Stamp);
    }

    [Fact, Trait("Rule", "E9")]
    public void Lets_a_mapping_rest_whose_field_is_gone_and_goes_on_with_the_others()
    {
        var live = _map.With([.. Live.Where(field => field.Key != "company")]);

        live.MissingFields.Should().Equal("company");
        live.WhySuspended(3)!.Message.Should().Contain("'company'").And.EndWith("its mapping waits.");
        Enumerable.Range(0, live.Count).Where(live.IsSuspended).Should().Equal(3);
        live.With(Live).IsSuspended(3).Should().BeFalse();
        live.With(Live).Stamp.Should().Be(_map.With(Live).Stamp);
    }

    [Theory, Trait("Rule", "E9")]
    [InlineData(FieldType.Number, false, "'company' (Number)")]
    [InlineData(FieldType.Text, true, "read-only")]
    public void Lets_a_mapping_rest_whose_field_changed_its_kind(FieldType type, bool isReadOnly, string why)
    {
        var changed = new FieldDescriptor { Key = "company", Type = type, IsReadOnly = isReadOnly };

        var live = _map.With([.. Live.Where(field => field.Key != "company"), changed]);

        live.WhySuspended(3)!.Message.Should().Contain(why);
        live.MissingFields.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "E9")]
    public void Lets_a_mapping_rest_whose_property_is_not_offered_any_more()
    {
        var gone = _map[3] with { Local = new FieldDescriptor { Key = "Gone", Type = FieldType.Text } };
        var edited = _map.Set with { Mappings = [_map[0], _map[1], _map[2], gone] };

        var compiled = new SomeMap().Compile(edited);

        compiled.WhySuspended(3)!.Message.Should().Contain("'Gone'");
        var values = new RecordBuffer();
        compiled.Access.Read(new Contact { Email = "ada@example.com" }, values);
        values.IsUnknown(3).Should().BeTrue();
        values.Value(2).Should().Be(FieldValue.Of("ada@example.com"));
    }

    [Fact, Trait("Rule", "E9")]
    public void Keeps_a_mapping_at_rest_whose_property_is_gone_when_the_crm_is_asked_again()
    {
        var gone = _map[3] with { Local = new FieldDescriptor { Key = "Gone", Type = FieldType.Text } };

        new SomeMap().Compile(_map.Set with { Mappings = [gone] }).With(Live).IsSuspended(0).Should().BeTrue();
    }

    [Fact, Trait("Rule", "F2b")]
    public void Asks_each_mappings_own_conditions()
    {
        var (free, bound) = (new Contact(), new Contact { DoNotCall = true });

        _map.HasConditions.Should().BeTrue();
        new PhoneOnlyMap().Compiled().HasConditions.Should().BeFalse();
        Holding(free).Should().Equal(1, 2);
        Holding(new Contact { Company = "Engines" }).Should().Equal(0, 1, 2, 3);
        Holding(bound).Should().Equal(1, 2);
        _map[0].Condition.Should().Be("c => !c.DoNotCall and c => c.Company != null");
    }

    [Fact]
    public void Has_another_stamp_for_everything_that_steers_a_plan()
    {
        var mapping = _map[3];
        FieldMapping[] variants =
        [
            mapping,
            mapping with { Direction = SyncDirection.ToCrm },
            mapping with { Conflict = ConflictPolicy.LatestWins },
            mapping with { BlankToCrm = BlankRule.Never },
            mapping with { BlankToLocal = BlankRule.Never },
            mapping with { Writes = WriteRule.OnCreateOnly },
            mapping with { Truncates = true },
            mapping with { Enforces = true },
            mapping with { TracksActivity = true },
            mapping with { Category = MappingCategory.Locked },
            mapping with { Special = SpecialField.Owner },
            mapping with { Condition = "c => true" },
            mapping with { ChangedBy = ["Phone"] },
            mapping with { Converter = new FunctionConverter(static v => v, static v => v, "same") },
            mapping with { Converter = new FunctionConverter(static v => v, static v => v, "other") },
            mapping with { Converter = new Prefix("+") },
            mapping with { Converter = new Prefix("-") },
            mapping with { Crm = mapping.Crm with { MaxLength = 3 } },
            mapping with { Crm = mapping.Crm with { Options = [new("a", "A")] } },
            mapping with { Local = mapping.Local with { Type = FieldType.Picklist } },
        ];

        variants.Select(variant => new SomeMap().Compile(_map.Set with { Mappings = [variant] }).Stamp)
            .Should().OnlyHaveUniqueItems();
        new SomeMap().Compile(_map.Set with { Mappings = [mapping with { Crm = mapping.Crm with { Label = "Firm" } }] }).Stamp
            .Should().Be(new SomeMap().Compile(_map.Set with { Mappings = [mapping] }).Stamp);
    }

    private IEnumerable<int> Holding(Contact contact) =>
        Enumerable.Range(0, _map.Count).Where(ordinal => _map.Access.Holds(ordinal, contact));

    private sealed class SomeMap : ContactMap<Contact>
    {
        public SomeMap()
        {
            When(c => !c.DoNotCall, () => Map(c => c.MobilePhone).To("mobile").When(c => c.Company != null));
            Map(c => c.Notes).As(FieldType.Email).To("work_email");
            Map(c => c.Email).To("email").Locked();
            When(c => c.Company != null, () => Map(c => c.Company).To("company"));
        }
    }

    private sealed record Prefix(string Text) : IFieldConverter
    {
        public FieldValue ToCrm(FieldValue local) => $"{Text}{local.Text}";

        public FieldValue FromCrm(FieldValue crm) => crm;
    }

    private sealed class PhoneOnlyMap : ContactMap<Contact>
    {
        public PhoneOnlyMap() => Map(c => c.Phone).To("phone");
    }
}

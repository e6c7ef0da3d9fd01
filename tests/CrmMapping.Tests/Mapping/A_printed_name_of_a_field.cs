using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Mapping;

[Trait("Rule", "C7")]
public sealed class A_printed_name_of_a_field
{
    private static readonly EquatableArray<FieldAlias> Aliases = [new("phonenumber", "phone"), new("telephone", "phone"), new("lead_status", "hs_lead_status")];

    private static readonly FieldDescriptor Phone = new() { Key = "phone", Type = FieldType.Phone, MaxLength = 40 };
    private static readonly FieldDescriptor Status = new() { Key = "hs_lead_status", Type = FieldType.Picklist };
    private static readonly FieldDescriptor OwnStatus = new() { Key = "lead_status", Type = FieldType.Text };

    [Theory]
    [InlineData("phone", "phone")]
    [InlineData("phonenumber", "phone")]
    [InlineData("lead_status", "hs_lead_status")]
    [InlineData("Phonenumber", null)]
    [InlineData("fax", null)]
    public void Stands_for_the_real_one(string name, string? key) =>
        (new CrmFieldNames([Phone, Status], Aliases).Find(name)?.Key).Should().Be(key);

    [Fact]
    public void Stands_for_itself_where_the_account_has_a_field_of_that_very_name() =>
        new CrmFieldNames([Phone, Status, OwnStatus], Aliases).Find("lead_status").Should().BeSameAs(OwnStatus);

    [Fact]
    public void Stands_for_nothing_where_the_account_lacks_the_real_one() =>
        new CrmFieldNames([Phone], Aliases).Find("lead_status").Should().BeNull();

    [Fact]
    public void Tells_a_map_the_type_before_an_account_was_asked()
    {
        var traits = new CrmTraits { KnownFields = [Phone, Status, OwnStatus], FieldAliases = Aliases };

        traits.NamedFields.Should().Equal(Phone, Status, OwnStatus, Phone with { Key = "phonenumber" }, Phone with { Key = "telephone" });
        new PrintedMap().Set([.. traits.NamedFields]).FindByCrm("phonenumber")!.Crm.Should().Be(Phone with { Key = "phonenumber" });
    }

    [Fact]
    public void Is_replaced_by_the_real_one_once_the_account_is_described() =>
        Described(Phone, Status).Should().Equal(("phone", null), ("hs_lead_status", null));

    [Fact]
    public void Stays_in_the_map_where_the_account_has_a_field_of_that_very_name() =>
        Described(Phone, Status, OwnStatus).Should().Equal(("phone", null), ("lead_status", null));

    [Fact, Trait("Rule", "E3")]
    public void Yields_to_the_mapping_that_names_the_real_one()
    {
        var live = Compiled(new BothMap()).With([Phone]);

        live.Set.Mappings.Select(mapping => mapping.Crm.Key).Should().Equal("phonenumber", "phone", "telephone");
        Enumerable.Range(0, live.Count).Where(live.IsSuspended).Should().Equal(0, 2);
        live.MissingFields.Should().Equal("phonenumber", "telephone");
    }

    private static IEnumerable<(string Key, string? Suspended)> Described(params FieldDescriptor[] fields)
    {
        var live = Compiled(new PrintedMap()).With(fields);
        return live.Set.Mappings.Select((mapping, ordinal) => (mapping.Crm.Key, live.IsSuspended(ordinal) ? "suspended" : null));
    }

    private static CompiledMap Compiled(ContactMap map) => map.Compile(map.Set() with { CrmAliases = Aliases });

    private sealed class PrintedMap : ContactMap<Contact>
    {
        public PrintedMap()
        {
            Map(c => c.Phone).To("phonenumber").Locked();
            Map(c => c.Disposition).AsDispositionStatus().To("lead_status");
        }
    }

    private sealed class BothMap : ContactMap<Contact>
    {
        public BothMap()
        {
            Map(c => c.Phone).To("phonenumber").Locked();
            Map(c => c.MobilePhone).To("phone");
            Map(c => c.Company).To("telephone");
        }
    }
}

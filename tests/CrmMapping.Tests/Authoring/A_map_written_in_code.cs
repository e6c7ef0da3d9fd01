namespace CrmMapping.Tests.Authoring;

public sealed class A_map_written_in_code
{
    [Fact]
    public void Prints_as_the_table_an_admin_would_draw() =>
        new HubSpotContactMap().Set().ToString().Should().Be("""
            HubSpotContactMap
              Phone       ↔ phone             🔒  resolve LocalWins
              Email       ↔ email             🔒  resolve LocalWins
              OwnerId     ← hubspot_owner_id
              Disposition ← hs_lead_status
              FirstName   ↔ firstname         🗑️  resolve LocalWins
              Company     ↔ company           🗑️  resolve LatestWins
              DoNotCall   → do_not_call       🗑️
              MobilePhone ↔ mobilephone       🗑️  resolve LocalWins  keep when blank  when c => !c.DoNotCall
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Means_the_same_each_time_it_is_built() =>
        new HubSpotContactMap().Set().Should().Be(new HubSpotContactMap().Set());

    [Fact]
    public void Offers_what_is_not_mapped() =>
        new HubSpotContactMap().Set().OfferedFields.Should().Equal(
            new FieldDescriptor { Key = "Notes", Label = "Notes", Type = FieldType.MultilineText });

    [Theory, Trait("Rule", "D6")]
    [InlineData("Phone", SyncDirection.Bidirectional)]
    [InlineData("OwnerId", SyncDirection.FromCrm)]
    [InlineData("Disposition", SyncDirection.FromCrm)]
    [InlineData("Stage", SyncDirection.FromCrm)]
    [InlineData("FirstName", SyncDirection.Bidirectional)]
    [InlineData("LastCallAt", SyncDirection.ToCrm)]
    public void Takes_the_usual_direction_where_none_is_said(string field, SyncDirection direction) =>
        new EveryCategoryMap().Set().FindByLocal(field)!.Direction.Should().Be(direction);

    [Theory, Trait("Rule", "C6")]
    [InlineData("Phone", "Bidirectional")]
    [InlineData("OwnerId", "Bidirectional, ToCrm, FromCrm")]
    [InlineData("Disposition", "FromCrm, Bidirectional")]
    [InlineData("Stage", "Bidirectional, ToCrm, FromCrm")]
    [InlineData("FirstName", "Bidirectional, ToCrm, FromCrm")]
    [InlineData("LastCallAt", "ToCrm")]
    [InlineData("DoNotCall", "ToCrm")]
    [InlineData("Company", "ToCrm, Bidirectional")]
    public void Carries_the_directions_that_each_mapping_allows(string field, string allowed) =>
        new EveryCategoryMap().Set().FindByLocal(field)!.AllowedDirections.ToString().Should().Be(allowed);

    [Theory, Trait("Rule", "C1")]
    [InlineData("Phone", MappingCategory.Locked)]
    [InlineData("OwnerId", MappingCategory.Special)]
    [InlineData("Disposition", MappingCategory.Special)]
    [InlineData("Stage", MappingCategory.Special)]
    [InlineData("FirstName", MappingCategory.Open)]
    [InlineData("LastCallAt", MappingCategory.Open)]
    public void Puts_each_mapping_into_one_category(string field, MappingCategory category) =>
        new EveryCategoryMap().Set().FindByLocal(field)!.Category.Should().Be(category);

    [Fact]
    public void Takes_what_is_known_of_the_crm_field() =>
        new HubSpotContactMap().Set(new FieldDescriptor { Key = "firstname", Type = FieldType.Text, MaxLength = 40 })
            .FindByLocal("FirstName")!.Crm.MaxLength.Should().Be(40);

    private sealed class HubSpotContactMap : ContactMap<Contact>
    {
        public HubSpotContactMap()
        {
            Map(c => c.Phone).To("phone").Locked();
            Map(c => c.Email).To("email").Locked();
            Map(c => c.OwnerId).AsOwner().To("hubspot_owner_id").FromCrm();
            Map(c => c.Disposition).AsDispositionStatus().To("hs_lead_status");
            Map(c => c.FirstName).To("firstname");
            Map(c => c.Company).To("company").Resolve(ConflictPolicy.LatestWins);
            Map(c => c.DoNotCall).To("do_not_call").ToCrm().Only();
            Map(c => c.MobilePhone).To("mobilephone").KeepWhenBlank().When(c => !c.DoNotCall);
            Field(c => c.Notes).As(FieldType.MultilineText);
            Resolve(ConflictPolicy.LocalWins);
        }
    }

    private sealed class EveryCategoryMap : ContactMap<Contact>
    {
        public EveryCategoryMap()
        {
            Map(c => c.Phone).To("phone").Locked();
            Map(c => c.OwnerId).AsOwner().To("owner");
            Map(c => c.Disposition).AsDispositionStatus().To("status");
            Map(c => c.Stage).AsLifecycleStage().To("stage");
            Map(c => c.FirstName).To("firstname").Bidirectional();
            Map(c => c.LastCallAt).To("last_call_at").TracksActivity();
            Map(c => c.DoNotCall).To("do_not_call").ToCrm().Only().KeepWhenBlank();
            Map(c => c.Company).To("company").Allow(SyncDirection.ToCrm, SyncDirection.Bidirectional);
        }
    }
}

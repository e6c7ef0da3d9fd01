using System.ComponentModel.DataAnnotations;

namespace CrmMapping.Tests.Authoring;

public sealed class A_local_field
{
    [Theory]
    [InlineData("WorkEmail", FieldType.Email)]
    [InlineData("EmailAddress", FieldType.Email)]
    [InlineData("HomePhone", FieldType.Phone)]
    [InlineData("PhoneNumber", FieldType.Phone)]
    [InlineData("Mobile", FieldType.Phone)]
    [InlineData("OfficeFax", FieldType.Phone)]
    [InlineData("Website", FieldType.Url)]
    [InlineData("LinkedInUrl", FieldType.Url)]
    [InlineData("ContactLink", FieldType.Url)]
    [InlineData("Emailed", FieldType.Text)]
    [InlineData("Telephoned", FieldType.Text)]
    public void Tells_by_its_name_what_its_text_is(string name, FieldType type) =>
        FieldConventions.TypeOf(name).Should().Be(type);

    [Theory]
    [InlineData("FirstName", "First name")]
    [InlineData("DoNotCall", "Do not call")]
    [InlineData("CRMId", "CRM id")]
    [InlineData("ID", "ID")]
    [InlineData("Address2", "Address 2")]
    [InlineData("LastCall_At", "Last call at")]
    public void Is_shown_as_words(string name, string label) => FieldConventions.LabelOf(name).Should().Be(label);

    [Fact]
    public void Tells_by_its_type_and_attributes_what_it_takes() =>
        new AttributedMap().Set().Mappings.Select(mapping => mapping.Local).Should().Equal(
            new FieldDescriptor { Key = "Phone", Label = "Phone", Type = FieldType.Phone, MaxLength = 30 },
            new FieldDescriptor { Key = "Name", Label = "Whole name", Type = FieldType.Text, MaxLength = 50, IsRequired = true },
            new FieldDescriptor { Key = "Count", Label = "Count", Type = FieldType.Number, IsRequired = true },
            new FieldDescriptor { Key = "Active", Label = "Active", Type = FieldType.Boolean },
            new FieldDescriptor { Key = "Computed", Label = "Computed", Type = FieldType.Text, IsReadOnly = true },
            new FieldDescriptor { Key = "Score", Label = "Our score", Type = FieldType.Number, IsReadOnly = true },
            new FieldDescriptor { Key = "Zip", Label = "Zip", Type = FieldType.Text, MaxLength = 10 },
            new FieldDescriptor { Key = "Born", Label = "Born", Type = FieldType.Date },
            new FieldDescriptor
            {
                Key = "Tier",
                Label = "Tier",
                Type = FieldType.Picklist,
                Options = [new("Bronze", "Bronze"), new("Silver", "Silver"), new("VeryGold", "Very gold")],
            });

    private sealed class Attributed
    {
        [StringLength(30)]
        public string? Phone { get; set; }

        [Required, MaxLength(50)]
        public string Name { get; set; } = "";

        public int Count { get; set; }

        public bool Active { get; set; }

        public string? Computed { get; private set; }

        [Display(Name = "Our score"), Editable(false)]
        public int? Score { get; set; }

        [Display(Description = "Five digits"), Editable(true)]
        public string? Zip { get; init; }

        public string? Born { get; set; }

        public Tier? Tier { get; set; }
    }

    private sealed class AttributedMap : ContactMap<Attributed>
    {
        public AttributedMap()
        {
            Map(c => c.Phone).To("phone");
            Map(c => c.Name).Label("Whole name").To("name");
            Map(c => c.Count).To("count");
            Map(c => c.Active).To("active");
            Map(c => c.Computed).To("computed").ToCrm();
            Map(c => c.Score).To("score").ToCrm();
            Map(c => c.Zip).MaxLength(10).To("zip");
            Map(c => c.Born).As(FieldType.Date).To("born");
            Map(c => c.Tier).To("tier");
        }
    }
}

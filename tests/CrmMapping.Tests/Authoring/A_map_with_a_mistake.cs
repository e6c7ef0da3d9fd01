using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;

namespace CrmMapping.Tests.Authoring;

[Trait("Rule", "S5")]
public sealed class A_map_with_a_mistake
{
    public static TheoryData<string, string?, string, Action<Draft>> Cases => new()
    {
        { "CRM1001", "c => c.ToString()", "no property", d => d.Say(c => c.ToString()).To("x") },
        { "CRM1001", "c => c.FirstName!.Length", "no property", d => d.Say(c => c.FirstName!.Length).To("x") },
        { "CRM1001", "c => (object?)c.FirstName", "no property", d => d.Say(c => (object?)c.FirstName).To("x") },
        { "CRM1001", "c => 5", "no property", d => d.Say(c => 5).To("x") },
        { "CRM1002", "Company ↔ 'employer'", "already mapped to 'company'", d => { d.Say(c => c.Company).To("company"); d.Say(c => c.Company).To("employer"); } },
        { "CRM1003", "Notes ↔ 'company'", "already mapped by Company", d => { d.Say(c => c.Company).To("company"); d.Say(c => c.Notes).To("company"); } },
        { "CRM1004", "c => c.Company", "before To(…)", d => d.Say(c => c.Company) },
        { "CRM1005", "Company", "names no CRM property", d => d.Say(c => c.Company).To(" ") },
        { "CRM1005", "Company", "names no CRM property", d => d.Say(c => c.Company).To(null!) },
        { "CRM1006", "Visits", "'DateTime?' is no type", d => d.SayOther<OddContact, DateTime?>(c => c.Visits) },
        { "CRM1006", "Flags", "'Days' is no type", d => d.SayOther<OddContact, Days>(c => c.Flags) },
        { "CRM1007", "Disposition", "Allowed here: FromCrm, Bidirectional", d => d.Say(c => c.Disposition).AsDispositionStatus().To("x").ToCrm() },
        { "CRM1007", "Company", "FromCrm is not among", d => d.Say(c => c.Company).To("x").FromCrm().TracksActivity() },
        { "CRM1008", "Company ↔ 'size'", "'size' (Number)", d => d.Say(c => c.Company).To("size") },
        { "CRM1008", "LastCallAt → 'day'", "'day' (Date)", d => d.Say(c => c.LastCallAt).To("day").ToCrm() },
        { "CRM1008", "CallCount ↔ 'x'", "'x' (Text)", d => d.Say(c => c.CallCount).To("x").SetUpAs("X", FieldType.Text) },
        { "CRM1009", "Company ↔ 'calculated'", "read-only in the CRM", d => d.Say(c => c.Company).To("calculated") },
        { "CRM1010", "FullName ↔ 'x'", "no public setter", d => d.Say(c => c.FullName).To("x") },
        { "CRM1010", "Score ← 'x'", "[Editable(false)]", d => d.SayOther<OddContact, int?>(c => c.Score, m => m.FromCrm()) },
        { "CRM1011", "FullName", "'LastName'", d => d.Say(c => c.FullName).To("x").ToCrm().ChangedBy(c => c.LastName) },
        { "CRM1001", "c => c.LastName.Trim()", "no property", d => d.Say(c => c.FullName).To("x").ToCrm().ChangedBy(c => c.LastName.Trim()) },
        { "CRM1012", "c => c.Company", "'Truncate' is said twice", d => d.Say(c => c.Company).To("x").Truncate().Truncate() },
        { "CRM1012", "c => c.Company", "'Label' is said twice", d => d.Say(c => c.Company).Label("A").Label("B").To("x") },
        { "CRM1012", "c => c.Company", "'SetUpAs' is said twice", d => d.Say(c => c.Company).To("x").SetUpAs("X", FieldType.Text).SetUpAs("X", FieldType.Text, 40) },
        { "CRM1013", "c => c.Company", "'FillWhenBlank' and 'OnCreateOnly'", d => d.Say(c => c.Company).To("x").FillWhenBlank().OnCreateOnly() },
        { "CRM1013", "c => c.Company", "'KeepWhenBlank' and 'Blanks'", d => d.Say(c => c.Company).To("x").KeepWhenBlank().Blanks() },
        { "CRM1013", "c => c.Company", "'Only' and 'Allow'", d => d.Say(c => c.Company).To("x").ToCrm().Only().Allow(SyncDirection.ToCrm) },
        { "CRM1013", "c => c.OwnerId", "'AsOwner' and 'AsLifecycleStage'", d => d.Say(c => c.OwnerId).AsOwner().AsLifecycleStage().To("x") },
        { "CRM1015", "Email, Company", "of type Email", d => { d.Say(c => c.Email).To("e").Locked(); d.Say(c => c.Company).As(FieldType.Email).To("x").Locked(); } },
        { "CRM1017", "CallCount", "cannot hold values of type Date", d => d.Say(c => c.CallCount).As(FieldType.Date).To("x") },
        { "CRM1018", "Company", "runs both ways", d => d.Say(c => c.Company).To("x").Enforce() },
        { "CRM1019", "Company", "at least one", d => d.Say(c => c.Company).To("x").Allow() },
        { "CRM1019", "Company", "nothing else", d => d.Say(c => c.Company).To("x").Allow(SyncDirection.None) },
        { "CRM1020", null, "more than once", d => d.ResolveTwice() },
        { "CRM1021", "Company", "already mapped to 'x'", d => { d.Say(c => c.Company).To("x"); d.Offer(c => c.Company); } },
        { "CRM1022", "Company", "offered twice", d => { d.Offer(c => c.Company); d.Offer(c => c.Company); } },
        { "CRM1023", "Company ↔ 'x'", "options to a field of type Text", d => d.Say(c => c.Company).To("x").SetUpAs("X", FieldType.Text, "A") },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Is_refused_with_the_field_and_the_remedy(string code, string? field, string words, Action<Draft> write)
    {
        var mistake = new Draft(write).Mistakes(Known).Should().ContainSingle().Subject;

        mistake.Should().BeEquivalentTo(new { Code = code, Map = nameof(Draft), Field = field });
        mistake.Message.Should().Contain(words).And.EndWith(".");
    }

    [Fact]
    public void Is_refused_when_it_is_empty() =>
        new EmptyMap().Mistakes().Should().ContainSingle().Which.Code.Should().Be("CRM1016");

    [Fact]
    public void Is_refused_when_nothing_could_be_matched() =>
        new KeylessMap().Mistakes().Should().ContainSingle().Which.Code.Should().Be("CRM1014");

    [Fact]
    public void Is_refused_with_all_its_mistakes_at_once()
    {
        var codes = new Draft(d =>
        {
            d.Say(c => c.Company);
            d.Say(c => c.Notes).To("");
            d.Say(c => c.FullName).To("phone");
        }).Mistakes().Select(mistake => mistake.Code);

        codes.Should().Equal("CRM1004", "CRM1005", "CRM1003", "CRM1010");
    }

    [Fact, Trait("Rule", "E5")]
    public void Is_accepted_when_a_converter_stands_between_the_types() =>
        new Draft(d => d.Say(c => c.Company).To("size").Convert(local => local, crm => crm)).Mistakes(Known).Should().BeEmpty();

    [Fact, Trait("Rule", "E5")]
    public void Is_accepted_in_the_direction_that_loses_nothing() =>
        new Draft(d => d.Say(c => c.Company).To("size").FromCrm()).Mistakes(Known).Should().BeEmpty();

    [Fact, Trait("Rule", "E6")]
    public void Is_accepted_when_a_calculated_property_is_only_read() =>
        new Draft(d => d.Say(c => c.Company).To("calculated").FromCrm()).Mistakes(Known).Should().BeEmpty();

    private static FieldDescriptor[] Known =>
    [
        new() { Key = "size", Type = FieldType.Number },
        new() { Key = "day", Type = FieldType.Date },
        new() { Key = "calculated", Type = FieldType.Text, IsReadOnly = true },
    ];

    public sealed class Draft : ContactMap<Contact>
    {
        private readonly List<MappingMistake> _ofOthers = [];

        public Draft(Action<Draft> write)
        {
            Map(c => c.Phone).To("phone");
            write(this);
        }

        public IMappingStart<Contact, TValue> Say<TValue>(
            Expression<Func<Contact, TValue>> property,
            [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(property))] string? text = null) =>
            Map(property, text);

        public void Offer<TValue>(Expression<Func<Contact, TValue>> property) => Field(property);

        public void ResolveTwice()
        {
            Resolve(ConflictPolicy.CrmWins);
            Resolve(ConflictPolicy.LocalWins);
        }

        // The mistake of a property that the suite's contact rightly does not have.
        public void SayOther<TContact, TValue>(
            Expression<Func<TContact, TValue>> property, Action<IMappingBuilder<TContact, TValue>>? more = null)
            where TContact : class, new() =>
            _ofOthers.AddRange(new Other<TContact, TValue>(property, more).Mistakes()
                .Select(mistake => mistake with { Map = nameof(Draft) }));

        public IReadOnlyList<MappingMistake> Mistakes(params FieldDescriptor[] known) =>
            [.. Maps.Mistakes(this, known), .. _ofOthers];
    }

    private sealed class Other<TContact, TValue> : ContactMap<TContact>
        where TContact : class, new()
    {
        public Other(Expression<Func<TContact, TValue>> property, Action<IMappingBuilder<TContact, TValue>>? more)
        {
            var mapping = Map(property).To("x");
            more?.Invoke(mapping);
        }

        public IReadOnlyList<MappingMistake> Mistakes() =>
            [.. Maps.Mistakes(this).Where(mistake => mistake.Code != "CRM1014")];
    }

    private sealed class OddContact
    {
        public DateTime? Visits { get; set; }

        public Days Flags { get; set; }

        [Editable(false)]
        public int? Score { get; set; }
    }

    [Flags]
    private enum Days
    {
        None = 0,
        Monday = 1,
    }

    private sealed class EmptyMap : ContactMap<Contact>;

    private sealed class KeylessMap : ContactMap<Contact>
    {
        public KeylessMap() => Map(c => c.Company).To("company");
    }
}

namespace CrmMapping.Tests.Planning;

public sealed class A_value_on_its_way
{
    [Fact, Trait("Rule", "F3"), Trait("Rule", "F8")]
    public void That_is_too_long_is_an_issue_of_its_field_and_the_others_are_written()
    {
        var plan = Names().CrmField(A.Text("firstname", 4)).LocalChanges(c => { c.FirstName = "Augusta"; c.Company = "Engines"; }).Plan();

        plan.Writes().Should().Equal("→ company \"Engines\"");
        plan.Issues.Should().ContainSingle(i => i.Code == IssueCode.ValueTooLong && i.Field == "FirstName" && i.Message.Contains('4'));
    }

    [Theory, Trait("Rule", "F3")]
    [InlineData("Augusta", 4, "Augu")]
    [InlineData("Ada", 3, "Ada")]
    [InlineData("😀😀😀", 2, "😀😀")]
    [InlineData("ab👩‍👩‍👧", 4, "ab")]
    [InlineData("ae\u0301b", 2, "a")]
    [InlineData("👩‍👩‍👧", 1, "👩")]
    public void Is_cut_between_characters_where_the_mapping_says_Truncate(string value, int most, string written) =>
        A.Pair(m => m.Map(c => c.FirstName).To("firstname").Truncate()).CrmField(A.Text("firstname", most))
            .LocalChanges(c => c.FirstName = value).Plan()
            .Writes().Should().Equal($"→ firstname \"{written}\"");

    [Fact, Trait("Rule", "F3")]
    public void Is_not_cut_where_a_part_of_it_would_be_another_value() =>
        A.Pair(m => m.Map(c => c.MobilePhone).To("mobile").Truncate())
            .CrmField(new FieldDescriptor { Key = "mobile", Type = FieldType.Phone, MaxLength = 8 })
            .LocalChanges(c => c.MobilePhone = "+14155550123").Plan()
            .IssueCodes().Should().Equal(IssueCode.ValueTooLong);

    [Theory, Trait("Rule", "F4")]
    [InlineData("gold", true)]
    [InlineData("Gold", false)]
    [InlineData("lead", false)]
    public void Must_be_an_option_of_the_picklist_it_goes_to(string value, bool isWritten)
    {
        var plan = A.Pair(m => m.Map(c => c.Stage).As(FieldType.Picklist).To("stage"))
            .CrmField(A.Picklist("stage", "gold", "silver")).LocalChanges(c => c.Stage = value).Plan();

        plan.WritesToCrm.Any().Should().Be(isWritten);
        plan.IssueCodes().Should().Equal(isWritten ? [] : [IssueCode.NotAnOption]);
    }

    [Fact, Trait("Rule", "F8")]
    public void Must_be_an_address_where_an_address_goes() =>
        A.Pair(m => m.Map(c => c.Email).To("email")).CrmField(new FieldDescriptor { Key = "email", Type = FieldType.Email })
            .LocalChanges(c => c.Email = "ada at example").Plan()
            .IssueCodes().Should().Equal(IssueCode.InvalidEmail);

    [Fact, Trait("Rule", "F8")]
    public void Must_be_there_where_the_CRM_demands_one() =>
        A.Ada().CrmField(A.Text("firstname") with { IsRequired = true }).LocalChanges(c => c.FirstName = "").Plan()
            .IssueCodes().Should().Equal(IssueCode.BlankNotAllowed);

    [Fact, Trait("Rule", "F6")]
    public void Names_the_paired_owner_or_none()
    {
        var map = A.Pair(m => m.Map(c => c.OwnerId).AsOwner().To("owner").Bidirectional()).Owner("user-7", "51");

        map.CrmChanges("owner", "51").Plan().Writes().Should().Equal("← OwnerId \"user-7\"");
        map.CrmChanges("owner", "52").Plan().IssueCodes().Should().Equal(IssueCode.OwnerNotPaired);
        map.CrmChanges("owner", "").LocalChanges(c => c.OwnerId = "user-7").Plan().Writes().Should().Equal("→ owner \"51\"");
    }

    [Theory, Trait("Rule", "F7")]
    [InlineData(false, null)]
    [InlineData(true, "← OwnerId \"user-7\"")]
    public void Of_an_owner_in_a_text_property_comes_in_only_by_hand(bool byHand, string? write)
    {
        var scenario = OwnerInText().LastAgreed(static _ => { }).CrmChanges("owner_text", "51");
        var plan = (byHand ? scenario.SyncedByHand() : scenario).Plan();

        plan.Writes().Should().Equal(write is null ? [] : [write]);
        (plan.Decisions.Count > 0).Should().Be(byHand, "otherwise value and base are left alone");
    }

    [Fact, Trait("Rule", "F7")]
    public void Of_an_owner_in_a_text_property_does_not_come_in_by_winning_a_conflict_or_a_first_link()
    {
        OwnerInText().Owner("user-8", "52").LocalChanges(c => c.OwnerId = "user-8").CrmChanges("owner_text", "51").Plan()
            .Writes().Should().BeEmpty();
        OwnerInText().FirstLink().CrmChanges("owner_text", "51").Plan().Writes().Should().BeEmpty();
    }

    [Theory, Trait("Rule", "F7"), Trait("Rule", "F6")]
    [InlineData("Ada@Example.com", "user-7")]
    [InlineData("ada byron", "user-7")]
    [InlineData(" 51 ", "user-7")]
    [InlineData("Sam Smith", null)]
    [InlineData("nobody@example.com", null)]
    public void Of_an_owner_in_a_text_property_is_known_by_address_then_by_name_then_by_id(string text, string? user)
    {
        var plan = NamedOwners().LastAgreed(static _ => { }).CrmChanges("owner_text", text).SyncedByHand().Plan();

        plan.Writes().Should().Equal(user is null ? [] : [$"← OwnerId \"{user}\""]);
        plan.IssueCodes().Should().Equal(user is null ? [IssueCode.OwnerNotPaired] : []);
    }

    [Fact, Trait("Rule", "F7")]
    public void Of_an_owner_goes_into_a_text_property_as_the_address_that_people_know_the_owner_by() =>
        NamedOwners().LocalChanges(c => c.OwnerId = "user-7").Plan().Writes().Should().Equal("→ owner_text \"ada@example.com\"");

    [Fact, Trait("Rule", "F7"), Trait("Rule", "X4")]
    public void Of_an_owner_in_a_text_property_is_the_same_in_another_spelling() =>
        NamedOwners().FirstLink().LocalChanges(c => c.OwnerId = "user-7").CrmChanges("owner_text", "Ada Byron").Plan().Writes().Should().BeEmpty();

    [Fact, Trait("Rule", "F7")]
    public void Of_an_owner_in_a_text_property_comes_with_a_contact_that_is_created() =>
        OwnerInText().OnlyInCrm().CrmChanges("owner_text", "51").Plan().Writes().Should().Equal("← OwnerId \"user-7\"");

    [Fact, Trait("Rule", "F7")]
    public void Of_an_owner_in_a_text_property_still_goes_out() =>
        OwnerInText().LocalChanges(c => c.OwnerId = "user-7").Plan().Writes().Should().Equal("→ owner_text \"51\"");

    [Fact, Trait("Rule", "F8")]
    public void Is_an_issue_of_its_field_where_the_converter_fails()
    {
        var plan = A.Pair(m =>
            {
                m.Map(c => c.FirstName).To("firstname").Convert(Break, static crm => crm);
                m.Map(c => c.Company).To("company");
            })
            .LastAgreedInCrm("firstname", "").LocalChanges(c => { c.FirstName = "Ada"; c.Company = "Engines"; }).Plan();

        plan.Writes().Should().Equal("→ company \"Engines\"");
        plan.Issues.Should().ContainSingle(i => i.Code == IssueCode.CodeFailed && !i.Message.Contains("secret"));
    }

    [Theory, Trait("Rule", "X5"), Trait("Rule", "F1")]
    [InlineData("1,200", null)]
    [InlineData("01200.50", "→ revenue_text \"1200.5\"")]
    public void Is_written_in_canonical_form_whatever_the_converter_answers(string answer, string? write) =>
        A.Pair(m => m.Map(c => c.Notes).To("revenue_text").Convert(local => local.IsBlank ? local : answer, static crm => crm))
            .CrmField(new FieldDescriptor { Key = "revenue_text", Type = FieldType.Number })
            .LocalChanges(c => c.Notes = "x").Plan()
            .Writes().Should().Equal(write is null ? [] : [write]);

    [Fact, Trait("Rule", "E9")]
    public void Rests_with_its_mapping_where_the_property_became_read_only() =>
        A.Ada().CrmField(new FieldDescriptor { Key = "firstname", Type = FieldType.Text, IsReadOnly = true })
            .LocalChanges(c => c.FirstName = "Augusta").Plan().Decisions.Should().BeEmpty();

    [Fact, Trait("Rule", "X10")]
    public void Is_expected_in_the_crm_as_it_was_converted_and_stays_locally_as_it_is()
    {
        var decision = A.Pair(m => m.Map(c => c.FirstName).To("firstname").Truncate()).CrmField(A.Text("firstname", 4))
            .LocalChanges(c => c.FirstName = "Augusta").Plan().Decisions.Single();

        (decision.NextLocal, decision.NextCrm).Should().Be((FieldValue.Of("Augusta"), FieldValue.Of("Augu")));
    }

    private static FieldValue Break(FieldValue local) => throw new FormatException($"The secret of {local}");

    private static MappingScenario<Contact> Names() => A.Pair(m =>
    {
        m.Map(c => c.FirstName).To("firstname");
        m.Map(c => c.Company).To("company");
    });

    private static MappingScenario<Contact> NamedOwners() =>
        A.Pair(m => m.Map(c => c.OwnerId).AsOwner().To("owner_text").Bidirectional())
            .CrmField(A.Text("owner_text"))
            .Owner("user-7", "51", "ada@example.com", "Ada Byron")
            .Owner("user-8", "52", "sam.a@example.com", "Sam Smith")
            .Owner("user-9", "53", "sam.b@example.com", "Sam Smith");

    private static MappingScenario<Contact> OwnerInText() =>
        A.Pair(m => m.Map(c => c.OwnerId).AsOwner().To("owner_text").Bidirectional())
            .CrmField(A.Text("owner_text")).Owner("user-7", "51");
}

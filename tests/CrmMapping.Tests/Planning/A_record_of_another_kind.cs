using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Planning;

/// <summary>Takes a link over from a record of another kind; the maps name the same local fields in another order.</summary>
[Trait("Rule", "M5")]
public sealed class A_record_of_another_kind
{
    private const int Notes = 1;
    private const int FirstName = 2;

    private readonly CompiledMap _before = new TestMap(static m =>
    {
        m.Map(c => c.FirstName).To("first");
        m.Map(c => c.Notes).To("notes");
    }).Compiled();

    private readonly PlanContext _context = new TwoSides(new TestMap(static m =>
    {
        m.Map(c => c.Notes).To("remarks").FromCrm();
        m.Map(c => c.FirstName).To("given");
        m.Map(c => c.Company).To("account");
    })).Context;

    private readonly RecordBuffer _local = new(4);
    private readonly RecordBuffer _crm = new(4);

    [Theory]
    [InlineData("Ada", "Ada", "Ada", "both are as they were")]
    [InlineData("Ada", " Ada ", "Ada", "spelling is no change")]
    [InlineData("Augusta", "Ada", "Ada", "the local edit is on its way still")]
    [InlineData("Augusta", "Adeline", "Adeline", "the local edit is on its way to whatever the record holds")]
    [InlineData("Ada", "Adeline", "Ada", "what the record holds is news")]
    [InlineData("Ada", "", null, "what was left behind is nobody's clear")]
    [InlineData("", "Ada", "Ada", "a local clear is on its way still")]
    public void Takes_a_base_over_by_the_local_field(string local, string held, string? crmBase, string because)
    {
        Hold(FirstName, local, held);

        var (agreedLocal, agreedCrm, unconfirmed) = Carry();

        (agreedLocal.Value(FirstName), agreedCrm.Value(FirstName)).Should().Be(
            crmBase is null ? (default, default) : (FieldValue.Of("Ada"), FieldValue.Of(crmBase)), because);
        unconfirmed.Should().BeEmpty();
    }

    [Fact]
    public void Is_news_here_whatever_was_edited_where_the_direction_takes_nothing_there()
    {
        Hold(Notes, "edited here", "edited there");

        var (_, agreedCrm, _) = Carry(before => before.Set(2, FieldValue.Of("as it was")));

        agreedCrm.Value(Notes).Should().Be(FieldValue.Of("as it was"));
    }

    [Fact, Trait("Rule", "X10")]
    public void Confirms_what_was_expected_of_the_other_and_expects_what_was_not_read()
    {
        Hold(FirstName, "Ada", "ADA");
        _local.Set(Notes, FieldValue.Of("as it was"));

        var (_, agreedCrm, unconfirmed) = Carry(before => before.Set(2, FieldValue.Of("as it was")), unconfirmed: [1]);

        agreedCrm.Value(FirstName).Should().Be(FieldValue.Of("ADA"));
        agreedCrm.Value(Notes).Should().Be(FieldValue.Of("as it was"));
        unconfirmed.Should().Equal(Notes);
    }

    [Fact]
    public void Starts_anew_with_fields_that_the_other_did_not_have()
    {
        Hold(3, "Globex", "Initech");

        var (agreedLocal, agreedCrm, _) = Carry();

        (agreedLocal.IsUnknown(3), agreedCrm.IsUnknown(3)).Should().Be((true, true));
    }

    private void Hold(int ordinal, string local, string crm)
    {
        _local.Set(ordinal, FieldValue.Of(local));
        _crm.Set(ordinal, FieldValue.Of(crm));
    }

    // Both sides agreed on Ada before, and on what a test adds.
    private (RecordBuffer Local, RecordBuffer Crm, EquatableArray<int> Unconfirmed) Carry(
        Action<RecordBuffer>? add = null, EquatableArray<int> unconfirmed = default)
    {
        var agreed = new RecordBuffer(3);
        agreed.Set(1, FieldValue.Of("Ada"));
        add?.Invoke(agreed);
        var (local, crm) = (new RecordBuffer(4), new RecordBuffer(4));
        var expected = CarriedBases.Carry(new AgreedValues(_before, agreed, agreed, unconfirmed), _local, _crm, _context, local, crm);
        return (local, crm, expected);
    }
}

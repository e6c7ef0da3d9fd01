namespace CrmMapping.Tests.Editing;

public sealed class What_an_admin_decided
{
    private static readonly MappingEdit First = new() { Local = "FirstName", Crm = "nickname", Direction = SyncDirection.FromCrm };
    private static readonly MappingEdit Last = new() { Local = "LastName", Kind = MappingEditKind.Deleted };

    [Fact]
    public void Is_a_value_in_whatever_order_it_was_decided() =>
        new MappingEdits { Edits = [Last, First] }.Should().Be(new MappingEdits { Edits = [First, Last] });

    [Fact]
    public void Is_shown_in_a_line_each() =>
        new MappingEdits { Edits = [First, Last] }.Edits.Select(edit => edit.ToString())
            .Should().Equal("Changed FirstName ← nickname", "Deleted LastName");

    public static TheoryData<MappingEdit[], string> Broken => new()
    {
        { [First, First], "Two edits are of 'FirstName'*" },
        { [First with { Local = "" }], "The edit 'Changed*" },
        { [First with { Direction = SyncDirection.None }], "The edit 'Changed FirstName ∅ nickname' lacks*" },
        { [First with { Kind = (MappingEditKind)9 }], "*" },
        { [First with { Kind = MappingEditKind.Added, Crm = null }], "The edit 'Added FirstName ←' lacks*" },
        { [First with { Kind = MappingEditKind.Added, Direction = null }], "The edit 'Added FirstName nickname' lacks*" },
        { [First with { Kind = MappingEditKind.Deleted }], "The edit 'Deleted FirstName ← nickname' lacks*" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Is_not_taken_where_it_says_no_one_thing(MappingEdit[] edits, string message) =>
        FluentActions.Invoking(() => new MappingEdits { Edits = edits.ToEquatableArray() }).Should().Throw<ArgumentException>().WithMessage(message);
}

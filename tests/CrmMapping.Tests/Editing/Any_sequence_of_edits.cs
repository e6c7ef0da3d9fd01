using FsCheck;
using FsCheck.Fluent;

namespace CrmMapping.Tests.Editing;

[Trait("Rule", "E1"), Trait("Rule", "E3"), Trait("Rule", "E4")]
public sealed class Any_sequence_of_edits
{
    private static readonly MappingSet Code = Account.Code();
    private static readonly MappingSet Start = Account.Set();

    private static readonly string[] Locals =
        [.. Start.Mappings.Select(static mapping => mapping.Local.Key), .. Start.OfferedFields.Select(static field => field.Key), "Nobody"];

    private static readonly string[] CrmKeys = [.. Account.Fields.Select(static field => field.Key), "nothing"];

    [Fact, Trait("Rule", "C2"), Trait("Rule", "C3"), Trait("Rule", "C6"), Trait("Rule", "E5"), Trait("Rule", "E6")]
    public void Keeps_to_the_rules() => Holds(edits =>
    {
        var set = Edited(edits).Build();

        return set.Mappings.Select(static m => m.Local.Key).Distinct().Count() == set.Mappings.Count
            && set.Mappings.Select(static m => m.Crm.Key).Distinct().Count() == set.Mappings.Count
            && set.Mappings.All(static m => m.AllowedDirections.Contains(m.Direction) && !MappingFit.Misfits(m).Any())
            && Start.Mappings.Where(static m => m.Category == MappingCategory.Locked).All(m => set.FindByLocal(m.Local.Key) == m)
            && Start.Mappings.Where(static m => m.Category == MappingCategory.Special).All(m => set.FindByLocal(m.Local.Key) is not null)
            && Start.Mappings.Where(static m => m.TracksActivity).All(m => set.FindByLocal(m.Local.Key) is null or { Direction: SyncDirection.ToCrm });
    });

    [Fact]
    public void Changes_nothing_where_it_is_refused_and_only_the_mapping_it_names_where_it_is_not() => Holds(edits =>
    {
        var draft = Start.Edit();
        foreach (var edit in edits)
        {
            var (before, decided) = (draft.Build(), draft.Edits);
            var result = edit.Do(draft);
            if (!(result.IsAccepted ? edit.IsDone(before, draft.Build()) : draft.Build() == before && draft.Edits == decided))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Says_what_it_decided_so_that_it_can_be_applied_again() => Holds(edits =>
    {
        var draft = Edited(edits);
        var applied = new MappingEdits { Edits = [.. draft.Edits.Edits.Reverse()] }.ApplyTo(Code, Account.Fields);

        return applied.Set == draft.Build() && applied.Dormant.Count == 0 && draft.Build().Edit().Build() == draft.Build();
    });

    [Fact]
    public void Is_the_same_map_where_its_file_is_read_afresh() => Holds(edits =>
    {
        var set = Edited(edits).Build();
        var draft = Start.Edit();

        return MappingJson.Read(MappingJson.Write(set), draft).IsAccepted && draft.Build() == set;
    });

    [Fact]
    public void Differs_from_the_start_exactly_where_something_was_decided() => Holds(edits =>
    {
        var draft = Edited(edits);

        return draft.Changes.IsEmpty == (draft.Build() == Start) && draft.Changes.IsEmpty == (draft.Edits == MappingEdits.None);
    });

    [Fact]
    public void Comes_back_to_what_code_ships_by_a_reset() => Holds(edits =>
    {
        var draft = Edited(edits);
        draft.Reset();

        return draft.Build() == Start;
    });

    [Fact, Trait("Rule", "E2")]
    public void Is_foreseen_by_markers_and_choices() => Holds(edits =>
    {
        var set = Edited(edits).Build();

        return set.Mappings.All(mapping =>
                (set.Marker(mapping) == MappingMarker.Removable) == set.Edit().Delete(mapping.Local.Key).IsAccepted)
            && Locals.SkipLast(1).All(local => set.Edit().CrmChoices(local).All(choice => IsForeseen(set, local, choice)));
    }, rounds: 30);

    private static bool IsForeseen(MappingSet set, string local, FieldChoice choice)
    {
        var mapping = set.FindByLocal(local);
        return mapping is null
            ? SyncDirections.All.All(direction => choice.Directions.Contains(direction) == set.Edit().Add(local, choice.Field.Key, direction).IsAccepted)
            : mapping.Crm.Key == choice.Field.Key || choice.Directions.Contains(mapping.Direction) == set.Edit().Retarget(local, choice.Field.Key).IsAccepted;
    }

    // A failure prints the seed, the sequence and a shorter one that fails too.
    private static void Holds(Func<IReadOnlyList<Edit>, bool> law, int rounds = 500) =>
        Prop.ForAll(Arb.From(Edits.ListOf().Select(static edits => edits.ToList()), Shorter), law).Check(Config.QuickThrowOnFailure.WithMaxTest(rounds));

    private static MappingDraft Edited(IReadOnlyList<Edit> edits)
    {
        var draft = Start.Edit();
        foreach (var edit in edits)
        {
            edit.Do(draft);
        }

        return draft;
    }

    private static IEnumerable<List<Edit>> Shorter(List<Edit> edits) =>
        edits.Select((_, index) => edits.Where((_, other) => other != index).ToList());

    private static Gen<Edit> Edits =>
        from kind in Gen.Elements(Enum.GetValues<Kind>())
        from local in Gen.Elements(Locals)
        from crm in Gen.Elements(CrmKeys)
        from direction in Gen.Elements(SyncDirection.Bidirectional, SyncDirection.ToCrm, SyncDirection.FromCrm, SyncDirection.None)
        select new Edit(kind, local, crm, direction);

    private enum Kind
    {
        Add,
        Retarget,
        Turn,
        Delete,
        Reset,
    }

    private sealed record Edit(Kind Kind, string Local, string Crm, SyncDirection Direction)
    {
        public EditResult Do(MappingDraft draft) => Kind switch
        {
            Kind.Add => draft.Add(Local, Crm, Direction),
            Kind.Retarget => draft.Retarget(Local, Crm),
            Kind.Turn => draft.ChangeDirection(Local, Direction),
            Kind.Delete => draft.Delete(Local),
            _ => draft.Reset(Local),
        };

        public bool IsDone(MappingSet before, MappingSet after)
        {
            var (was, mapping) = (before.FindByLocal(Local), after.FindByLocal(Local));
            return Others(before).SequenceEqual(Others(after)) && Kind switch
            {
                Kind.Add => was is null && (mapping!.Crm.Key, mapping.Direction) == (Crm, Direction),
                Kind.Retarget => (mapping!.Crm.Key, mapping.Direction) == (Crm, was!.Direction),
                Kind.Turn => (mapping!.Crm.Key, mapping.Direction) == (was!.Crm.Key, Direction),
                Kind.Delete => was is not null && mapping is null,
                _ => mapping == Start.FindByLocal(Local),
            };
        }

        private IEnumerable<FieldMapping> Others(MappingSet set) => set.Mappings.Where(mapping => mapping.Local.Key != Local);
    }
}

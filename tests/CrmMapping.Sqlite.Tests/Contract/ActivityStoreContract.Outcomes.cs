namespace CrmMapping.Sqlite.Tests;

public abstract partial class ActivityStoreContract
{
    [Fact]
    public async Task Rules_have_a_history_of_versions_each_the_next_of_the_last()
    {
        (await Activities.SaveOutcomeRulesAsync(Version(2), default)).Should().BeFalse("there is no first one");
        (await Activities.SaveOutcomeRulesAsync(Version(1), default)).Should().BeTrue();
        (await Activities.SaveOutcomeRulesAsync(Version(1) with { SavedBy = "Bob" }, default)).Should().BeFalse();
        (await Activities.SaveOutcomeRulesAsync(Version(2) with { Comment = null }, default)).Should().BeTrue();
        (await Activities.SaveOutcomeRulesAsync(Version(1) with { Connection = Globex }, default)).Should().BeTrue();

        (await Open().Activities.ReadOutcomeRulesAsync(Acme, 9, default)).Should().Equal(Version(2) with { Comment = null }, Version(1));
        (await Activities.ReadOutcomeRulesAsync(Acme, 1, default)).Should().ContainSingle().Which.Number.Should().Be(2);
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Of_many_that_save_the_next_version_at_once_one_wins()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(
            () => Open().Activities.SaveOutcomeRulesAsync(Version(1) with { SavedBy = $"{n}" }, default))));

        saved.Should().ContainSingle(won => won);
        (await Activities.ReadOutcomeRulesAsync(Acme, 9, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_known_of_outcomes_is_kept_as_it_was_last()
    {
        (await Activities.FindOutcomeHistoryAsync(Acme, default)).Should().BeNull();

        await Activities.SaveOutcomeHistoryAsync(Acme, "first", default);
        await Activities.SaveOutcomeHistoryAsync(Acme, "second", default);

        (await Open().Activities.FindOutcomeHistoryAsync(Acme, default)).Should().Be("second");
        (await Activities.FindOutcomeHistoryAsync(Globex, default)).Should().BeNull();
    }

    private static OutcomeRulesVersion Version(int number) => new()
    {
        Connection = Acme, Number = number, Rules = $"rules {number}", SavedAt = At.Minute(number), SavedBy = "Ada", Comment = $"comment {number}",
    };
}

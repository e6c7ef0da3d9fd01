namespace CrmMapping.Tests.Phones;

public sealed class The_numbering_plans
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static string[] Regions =>
        [.. from first in Letters from second in Letters let region = $"{first}{second}"
            where PhoneNumberNormalizer.KnowsRegion(region) select region];

    [Fact]
    public void Cover_the_world() => Regions.Should().HaveCount(245);

    [Fact]
    public void Hold_only_patterns_that_are_understood()
    {
        foreach (var region in Regions)
        {
            var plan = NumberingPlans.World.FindRegion(region)!;
            var compile = () =>
            {
                plan.IsValid([2, 1, 5]);
                plan.WithoutNationalPrefix([2, 1, 5], new byte[64]);
                plan.TryTakeInternationalPrefix([2, 1, 5], out _);
                plan.Claims([2, 1, 5]);
            };

            compile.Should().NotThrow(region);
        }
    }

    [Fact]
    public void Can_be_asked_for_the_first_time_by_many_threads_at_once()
    {
        var phones = new PhoneNumberNormalizer();

        var answers = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8)
            .Select(_ => phones.TryNormalize("+998 71 200 01 23", null, out var number) ? number.E164 : null);

        answers.Should().AllBe("+998712000123");
    }

    [Theory]
    [InlineData("US", true)]
    [InlineData("us", true)]
    [InlineData("XX", false)]
    [InlineData("USA", false)]
    [InlineData("", false)]
    public void Know_a_region_by_its_two_letters(string region, bool known) =>
        PhoneNumberNormalizer.KnowsRegion(region).Should().Be(known);
}

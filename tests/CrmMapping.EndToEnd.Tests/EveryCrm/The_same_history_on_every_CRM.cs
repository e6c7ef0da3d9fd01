namespace CrmMapping.EndToEnd.Tests.EveryCrm;

public sealed class The_same_history_on_every_CRM
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 6)];

    [Theory, MemberData(nameof(Seeds)), Trait("Rule", "X4")]
    public async Task Ends_in_the_same_contact(int seed)
    {
        var history = new PlayedHistory(seed);
        List<(string Crm, string End)> ends = [];
        foreach (var start in PlayedCrm.All)
        {
            await using var crm = await start();
            await using var sync = new PlayedSync(crm);
            ends.Add((crm.Name, await sync.PlayAsync(history)));
        }

        ends.Should().OnlyContain(end => end.End == ends[0].End, $"seed {seed} {history}\n{string.Join('\n', ends)}\n");
        ends[0].End.Split('\n').Should().OnlyContain(line => AreEqual(line), $"seed {seed} {history}");
    }

    private static bool AreEqual(string line)
    {
        var sides = line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..].Split(" | ");
        return sides[0] == sides[1];
    }
}

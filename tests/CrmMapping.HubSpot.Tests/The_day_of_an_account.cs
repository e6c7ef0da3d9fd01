using NodaTime;
using NodaTime.Text;

namespace CrmMapping.HubSpot.Tests;

[Trait("Rule", "S4")]
public sealed class The_day_of_an_account
{
    [Theory]
    [InlineData("US/Eastern", null, "2026-06-01T12:00:00Z", "2026-06-02T04:00:05Z")]
    [InlineData("America/New_York", null, "2026-11-01T05:30:00Z", "2026-11-02T05:00:05Z")]
    [InlineData("America/Asuncion", 0, "2023-09-30T20:00:00Z", "2023-10-01T04:00:05Z")]
    [InlineData("Europe/Berlin", null, "2026-03-28T23:00:00Z", "2026-03-29T22:00:05Z")]
    [InlineData("Nowhere/Town", 7_200_000, "2026-06-01T21:59:59Z", "2026-06-01T22:00:05Z")]
    [InlineData(null, -18_000_000, "2026-06-01T12:00:00Z", "2026-06-02T05:00:05Z")]
    public void Ends_at_its_own_midnight(string? zone, int? offset, string now, string end) => End(zone, offset, now).Should().Be(end);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("Nowhere/Town", null)]
    [InlineData("Nowhere/Town", int.MaxValue)]
    public void Is_looked_at_in_an_hour_where_nobody_knows(string? zone, int? offset) =>
        End(zone, offset, "2026-06-01T12:00:00Z").Should().Be("2026-06-01T13:00:00Z");

    private static string End(string? zone, int? offset, string now)
    {
        var day = new AccountDay();
        day.Learn(zone, offset);
        var instant = InstantPattern.General.Parse(now).Value;
        return InstantPattern.General.Format(instant + Duration.FromTimeSpan(day.Rest(instant)));
    }
}

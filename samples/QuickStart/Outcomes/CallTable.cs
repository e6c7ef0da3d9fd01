namespace QuickStart;

/// <summary>Draws what happened in the day, a line each.</summary>
internal sealed class CallTable(Screen screen)
{
    public void Head() => Row("time", "what happens", "in HubSpot", "why");

    public void Row(string time, string what, string outcome, string why) =>
        screen.Line($"  {time,-5}  {what,-58}  {outcome,-14}  {why}".TrimEnd());
}

using NodaTime;

namespace CrmMapping.Outcomes.Tests.Crm;

public sealed class A_history_that_is_kept
{
    [Fact]
    public void Is_the_same_when_it_is_read_back()
    {
        var history = A.Outcomes
            .Observe(A.Offer(A.Connected, new OutcomeName("73a0", "Not reached")), At.Noon)
            .Observe(A.Offer(A.Connected, A.Busy, new OutcomeName("new", "Fresh")), At.Minute(90));

        OutcomeHistoryJson.Read(OutcomeHistoryJson.Write(history)).Should().Be(history);
        OutcomeHistoryJson.Read(OutcomeHistoryJson.Write(OutcomeHistory.Unread)).Should().Be(OutcomeHistory.Unread);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"formatVersion":2,"observedAt":null,"outcomes":[]}""")]
    [InlineData("""{"formatVersion":1,"observedAt":"yesterday","outcomes":[]}""")]
    [InlineData("""{"formatVersion":1,"observedAt":null,"outcomes":[{"id":"1","label":"A","offered":[],"renamedAt":[]}]}""")]
    [InlineData("""{"formatVersion":1,"observedAt":null,"outcomes":[{"id":"1","label":null,"offered":[{"from":null,"until":null}],"renamedAt":[]}]}""")]
    public void Is_refused_where_it_is_none(string text)
    {
        var read = () => OutcomeHistoryJson.Read(text);

        read.Should().Throw<FormatException>();
    }
}

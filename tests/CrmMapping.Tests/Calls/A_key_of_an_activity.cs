namespace CrmMapping.Tests.Calls;

public sealed class A_key_of_an_activity
{
    [Fact]
    public void Names_account_and_call() => ActivityKey.Of("frontdesk", "call:812").Should().Be("frontdesk/call:812");

    [Theory]
    [InlineData("Front desk", "call:812")]
    [InlineData("Büro", "call:812")]
    [InlineData("frontdesk", "message:0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789")]
    public void Is_a_hash_where_the_names_are_long_or_not_plain(string account, string key)
    {
        var hashed = ActivityKey.Of(account, key);

        hashed.Should().HaveLength(64).And.MatchRegex("^[0-9a-f]+$");
        ActivityKey.Of(account, key).Should().Be(hashed);
        ActivityKey.Of(account + "2", key).Should().NotBe(hashed);
    }
}

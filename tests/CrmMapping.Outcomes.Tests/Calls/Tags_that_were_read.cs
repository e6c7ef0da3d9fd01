namespace CrmMapping.Outcomes.Tests.Calls;

public sealed class Tags_that_were_read
{
    [Fact]
    public void Are_found_by_their_ids()
    {
        var tags = TagList.Of([A.Sold, A.BadCall, A.Sold]);

        tags.Tags.Should().Equal(A.BadCall, A.Sold);
        (tags.Find(3), tags.Find(2)).Should().Be((A.Sold, null));
        TagList.Of([]).Should().NotBe(TagList.Unread, "that there are none is something else than not to know");
    }
}

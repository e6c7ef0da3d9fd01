namespace CrmMapping.Sqlite.Tests;

public abstract partial class SyncStoreContract
{
    [Fact]
    public async Task A_link_comes_back_as_it_was_saved()
    {
        var link = Link("1", "901") with
        {
            LocalVersion = "7",
            CrmModifiedAt = At.Minute(-4),
            LayoutId = "layout",
            LocalBase = new byte[] { 1, 2, 3 },
            CrmBase = new byte[] { 4 },
            CrmSeen = new byte[] { 5, 6 },
            Unconfirmed = [1, 12],
            SettledStamp = "stamp",
        };

        await SaveAsync(link);

        ShouldBe(await ReadByLocalIdAsync("1"), link);
        ShouldBe(await ReadByCrmIdAsync("901"), link);
    }

    [Fact]
    public async Task A_link_with_nothing_in_it_comes_back_with_nothing_in_it()
    {
        await SaveAsync(Link("1", "901"));

        ShouldBe(await ReadByLocalIdAsync("1"), Link("1", "901"));
    }

    [Fact]
    public async Task A_link_replaces_the_one_of_the_same_local_contact()
    {
        await SaveAsync(Link("1", "901"));

        await SaveAsync(Link("1", "902"));

        ShouldBe(await ReadByLocalIdAsync("1"), Link("1", "902"));
        (await ReadByCrmIdAsync("901")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_link_replaces_the_one_that_holds_its_crm_record()
    {
        await SaveAsync(Link("1", "901"));

        await SaveAsync(Link("2", "901"));

        ShouldBe(await ReadByCrmIdAsync("901"), Link("2", "901"));
        (await ReadByLocalIdAsync("1")).Should().BeEmpty();
    }

    [Fact]
    public async Task Two_links_may_swap_their_crm_records_in_one_commit()
    {
        await SaveAsync(Link("1", "901"), Link("2", "902"));

        await SaveAsync(Link("1", "902"), Link("2", "901"));

        ShouldBe(await ReadByLocalIdAsync("1", "2"), Link("1", "902"), Link("2", "901"));
    }

    [Fact, Trait("Rule", "M6")]
    public async Task A_tombstone_stays_beside_the_link_that_has_its_crm_record_now()
    {
        await SaveAsync(Link("1", "901") with { IsTombstone = true });

        await SaveAsync(Link("2", "901"));

        ShouldBe(await ReadByCrmIdAsync("901"), Link("1", "901") with { IsTombstone = true }, Link("2", "901"));
    }

    [Fact, Trait("Rule", "M6")]
    public async Task A_tombstone_drives_nobody_out()
    {
        await SaveAsync(Link("1", "901"));

        await SaveAsync(Link("2", "901") with { IsTombstone = true });

        (await ReadByCrmIdAsync("901")).Should().HaveCount(2);
        (await Store.CountLinksAsync(Acme, default)).Should().Be(1);
    }

    [Fact, Trait("Rule", "M4")]
    public async Task A_link_replaces_the_contact_s_one_with_a_record_of_another_kind()
    {
        await SaveAsync(Link("1", "901") with { RecordType = RecordType.Lead }, Link("2", "902") with { RecordType = RecordType.Lead });

        await SaveAsync(Link("1", "901"));

        ShouldBe(await ReadByLocalIdAsync("1", "2"), Link("1", "901"), Link("2", "902") with { RecordType = RecordType.Lead });
        (await Store.CountLinksAsync(Acme, default)).Should().Be(2);
    }

    [Fact, Trait("Rule", "M6")]
    public async Task A_tombstone_of_one_kind_stays_beside_the_link_of_another()
    {
        await SaveAsync(Link("1", "901") with { RecordType = RecordType.Lead, IsTombstone = true });

        await SaveAsync(Link("1", "902"));
        await SaveAsync(Link("1", "903") with { RecordType = RecordType.Lead, IsTombstone = true });

        ShouldBe(
            await ReadByLocalIdAsync("1"), Link("1", "903") with { RecordType = RecordType.Lead, IsTombstone = true }, Link("1", "902"));
    }

    [Fact]
    public async Task Links_are_read_by_many_ids_and_only_of_their_connection()
    {
        await SaveAsync([.. Enumerable.Range(0, 300).Select(id => Link($"{id}", $"crm {id}"))]);
        await CommitAsync(commit => commit with { Links = [Link("5", "crm 5")] }, Globex);

        var links = await Store.ReadLinksAsync(
            Acme, SyncSide.Local, RecordType.Contact, [.. Enumerable.Range(200, 150).Select(id => $"{id}")], default);

        links.Select(link => link.LocalId).Should().BeEquivalentTo(Enumerable.Range(200, 100).Select(id => $"{id}"));
        (await Store.ReadLinksAsync(Globex, SyncSide.Crm, RecordType.Contact, ["crm 5", "crm 6"], default)).Should().ContainSingle();
        (await Store.ReadLinksAsync(Acme, SyncSide.Local, RecordType.Contact, [], default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Ids_may_hold_any_character()
    {
        const string Odd = "O'Brien \"x\" \\ ü 🔒 [1]";
        await SaveAsync(Link(Odd, Odd));

        ShouldBe(await ReadByLocalIdAsync(Odd), Link(Odd, Odd));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(50)]
    public async Task Pages_give_every_live_link_once(int size)
    {
        await SaveAsync([.. Enumerable.Range(10, 20).Select(id => Link($"{id}", $"{id}"))]);
        await SaveAsync(
            Link("13", "13") with { RecordType = RecordType.Lead },
            Link("14", "14") with { RecordType = RecordType.Lead },
            Link("15", "15") with { IsTombstone = true });

        List<ContactLink> all = [];
        string? after = null;
        while (await Store.ReadLinkPageAsync(Acme, after, size, default) is { Count: > 0 } page)
        {
            all.AddRange(page);
            after = page[^1].LocalId;
        }

        all.Should().HaveCount(19).And.OnlyHaveUniqueItems().And.BeInAscendingOrder(link => link.LocalId);
        (await Store.CountLinksAsync(Acme, default)).Should().Be(19);
    }

    [Fact]
    public async Task Layouts_stay_as_they_were_first_saved()
    {
        await CommitAsync(commit => commit with { Layouts = [new("a", "one")] });
        await CommitAsync(commit => commit with { Layouts = [new("a", "two"), new("b", "three")] });

        (await Store.FindLayoutAsync("a", default)).Should().Be("one");
        (await Store.FindLayoutAsync("b", default)).Should().Be("three");
        (await Store.FindLayoutAsync("c", default)).Should().BeNull();
    }

    private static ContactLink Link(string localId, string crmId) => new() { LocalId = localId, CrmId = crmId };

    private static void ShouldBe(IEnumerable<ContactLink> links, params ContactLink[] expected) =>
        links.Select(Shown).Should().BeEquivalentTo(expected.Select(Shown));

    private static string Shown(ContactLink link) => string.Join(
        " | ",
        link with { LocalBase = default, CrmBase = default, CrmSeen = default },
        Convert.ToHexString(link.LocalBase.Span),
        Convert.ToHexString(link.CrmBase.Span),
        Convert.ToHexString(link.CrmSeen.Span));

    private Task SaveAsync(params ContactLink[] links) => CommitAsync(commit => commit with { Links = links });

    private Task<IReadOnlyList<ContactLink>> ReadByLocalIdAsync(params string[] ids) =>
        Store.ReadLinksAsync(Acme, SyncSide.Local, RecordType.Contact, ids, default);

    private Task<IReadOnlyList<ContactLink>> ReadByCrmIdAsync(params string[] ids) =>
        Store.ReadLinksAsync(Acme, SyncSide.Crm, RecordType.Contact, ids, default);
}

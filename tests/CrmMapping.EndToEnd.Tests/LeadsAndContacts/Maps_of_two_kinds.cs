namespace CrmMapping.EndToEnd.Tests;

[Trait("Rule", "E1")]
public sealed class Maps_of_two_kinds
{
    [Fact]
    public async Task Are_shown_and_edited_each_by_its_kind()
    {
        await using var host = await TwoKindHost.StartAsync(RecordType.Contact);

        var lead = await host.Sync.GetMappingAsync(RecordType.Lead);
        var draft = lead.Edit();
        draft.Delete("Company").IsAccepted.Should().BeTrue();
        var saved = await host.Sync.SaveMappingAsync(draft, "Ada");

        saved.Saved.Should().Match<MappingSet>(set => set.RecordType == RecordType.Lead && set.Version == 1 && set.FindByLocal("Company") == null);
        (await host.Sync.GetMappingAsync()).Should().Match<MappingSet>(set => set.RecordType == RecordType.Contact && set.Version == 0 && set.FindByLocal("Company") != null);
        (await host.Sync.ReadMappingHistoryAsync(recordType: RecordType.Lead)).Should().ContainSingle();
        (await host.Sync.ReadMappingHistoryAsync()).Should().BeEmpty();
        (await host.Sync.GetMappingVersionAsync(0, RecordType.Lead)).FindByLocal("Company").Should().NotBeNull();
        (await host.Sync.RestoreMappingAsync(0, "Eve", RecordType.Lead)).Saved!.FindByLocal("Company").Should().NotBeNull();
    }

    [Fact]
    public async Task Take_effect_with_the_next_batch_whichever_is_saved()
    {
        await using var host = await TwoKindHost.StartAsync(RecordType.Contact);
        var lead = host.Crm.AddLead("+14155550101", null, "Lena");
        await host.PullAsync();

        var map = await host.Sync.GetMappingAsync(RecordType.Lead);
        var draft = map.Edit();
        draft.ChangeDirection("FirstName", SyncDirection.FromCrm).IsAccepted.Should().BeTrue();
        await host.Sync.SaveMappingAsync(draft, "Ada");
        await host.Contacts.UpdateAsync("1", c => c.FirstName = "Lora");
        await host.SyncToRestAsync();

        host.Crm.Get(lead)["FirstName"].Should().Be("Lena");
    }

    [Fact]
    public async Task May_be_prepared_before_their_kind_is_synced()
    {
        await using var host = await TwoKindHost.StartAsync(TwoKindHost.Both(RecordType.Contact) with { RecordTypes = [RecordType.Contact] });

        var saved = await host.Sync.SaveMappingAsync((await host.Sync.GetMappingAsync(RecordType.Lead)).Edit(), "Ada");

        saved.Saved!.RecordType.Should().Be(RecordType.Lead);
    }
}

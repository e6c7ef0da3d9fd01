using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

public sealed class An_account_that_lacks_something
{
    [Fact, Trait("Rule", "C8")]
    public async Task Gets_the_properties_that_the_map_would_have_and_only_once()
    {
        await using var host = await SyncHost.StartAsync(hubSpot => hubSpot.UseContactMap<MapToSetUp>());

        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SetUpFields));
        var after = host.Crm.Requests.ByKind.GetValueOrDefault("properties.create");
        var run = await host.RunAsync(s => s.SetUpFieldsAsync());
        var again = await host.RunAsync(s => s.SetUpFieldsAsync());

        after.Should().Be(0);
        preview.Message.Should().Be("2 would be created, 1 there already, 0 to be created by hand.");
        run.Message.Should().Be("2 created, 1 there already, 0 to be created by hand.");
        again.Message.Should().Be("0 created, 3 there already, 0 to be created by hand.");
        (await LinesAsync(host, run)).Should().Equal(
            "Created host_tier", "Created host_last_call", "Adopted city");
    }

    [Fact, Trait("Rule", "C8")]
    public async Task Is_synced_by_the_new_properties_once_they_are_there()
    {
        await using var host = await SyncHost.StartAsync(hubSpot => hubSpot.UseContactMap<MapToSetUp>());
        await host.RunAsync(s => s.SetUpFieldsAsync());
        await host.PullAsync();
        await host.Contacts.AddAsync(new Person { Email = "ada@example.com", FirstName = "Ada", Stage = "Gold" });

        await host.SyncToRestAsync();

        host.Crm.Contacts.FindByEmail("ada@example.com")!["host_tier"].Should().Be("Gold");
    }

    [Fact, Trait("Rule", "C8")]
    public async Task Leaves_to_a_person_what_is_there_and_does_not_serve()
    {
        await using var host = await SyncHost.StartAsync(hubSpot => hubSpot.UseContactMap<MapToSetUp>());
        host.Crm.Properties.Add(new HubSpotProperty { Name = "host_tier", Label = "Tier", Type = "number", FieldType = "number", GroupName = "contactinformation" });

        var run = await host.RunAsync(s => s.SetUpFieldsAsync());

        (await LinesAsync(host, run)).Should().Contain("ByHand host_tier");
        run.Message.Should().Be("1 created, 1 there already, 1 to be created by hand.");
    }

    [Fact]
    public async Task Is_told_by_a_check_what_it_lacks()
    {
        await using var host = await SyncHost.StartAsync(hubSpot => hubSpot.UseContactMap<MapToSetUp>());

        var run = await host.RunAsync(s => s.VerifyAsync());
        var lines = await LinesAsync(host, run);

        run.State.Should().Be(OperationState.Completed, run.Message);
        lines.Should().Contain(["Passed credentials", "Passed read contacts", "Passed write contacts", "Failed Stage", "Failed owner", "Passed City"]);
    }

    [Fact, Trait("Rule", "E9")]
    public async Task Is_checked_as_it_is_now_and_not_as_it_was_described_before()
    {
        await using var host = await SyncHost.StartAsync();
        await host.Sync.GetMappingAsync();
        host.Crm.Properties.Change("city", static city => city with { ReadOnlyValue = true });

        var run = await host.RunAsync(s => s.VerifyAsync());
        await host.RunAsync(s => s.SyncChangesAsync());

        (await LinesAsync(host, run)).Should().Contain("Failed City");
        (await host.Sync.FindIssuesAsync(new IssueQuery { OfConnection = true })).Should().ContainSingle(
            issue => issue.Code == IssueCode.ReadOnlyField && issue.Field == "City", "what the check found is worked under at once");
    }

    [Fact, Trait("Rule", "F5")]
    public async Task Gives_its_statuses_as_they_are_now_to_who_pulls_them()
    {
        await using var host = await SyncHost.StartAsync(hubSpot => hubSpot.UseContactMap<StaffedPersonMap>());
        await host.Sync.DispositionStatusesAsync();
        host.Crm.Properties.Change("hs_lead_status", static status => status with { Options = [new("WON", "Won")] });

        var run = await host.RunAsync(s => s.PullLeadStatusesAsync());

        (await LinesAsync(host, run)).Should().Equal("Option WON");
    }

    [Fact, Trait("Rule", "F5")]
    public async Task Offers_its_outcomes_of_calls()
    {
        await using var host = await SyncHost.StartAsync();

        var outcomes = await host.Sync.CallDispositionsAsync();

        outcomes.Should().HaveCount(6).And.Contain(new CrmChoice("73a0d17f-1163-4015-bdd5-ec830791da20", "No answer", IsCrmOwned: true));
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(SyncHost host, OperationRecord record)
    {
        var lines = await (await host.Sync.FindRunAsync(record.Id))!.ReadLinesAsync().ToListAsync();
        return [.. lines.Select(line => $"{line.Kind} {line.Subject}")];
    }

    private sealed class MapToSetUp : ContactMap<Person>
    {
        public MapToSetUp()
        {
            Map(c => c.Phone).To("phone").Locked();
            Map(c => c.Email).To("email").Locked();
            Map(c => c.Stage).To("host_tier").Convert(static local => local, static crm => crm).SetUpAs("Tier", FieldType.Picklist, "Gold", "Silver").InGroup("Host fields");
            Map(c => c.Company).To("host_last_call").ToCrm().SetUpAs("Last call", FieldType.Text).InGroup("Host fields");
            Map(c => c.City).To("city").SetUpAs("City", FieldType.Text);
        }
    }
}

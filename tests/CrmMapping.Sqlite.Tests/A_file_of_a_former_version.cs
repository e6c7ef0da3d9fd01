using System.Security.Cryptography;
using System.Text;

namespace CrmMapping.Sqlite.Tests;

public sealed class A_file_of_a_former_version : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Gets the former versions, by how many steps made them.</summary>
    public static TheoryData<int> Versions { get; } = [.. Enumerable.Range(1, SyncSchema.Current.Steps.Count - 1)];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Versions))]
    public async Task Keeps_its_connections_as_their_first_versions(int steps)
    {
        await WriteAsync(steps);
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        var store = new SqliteConnectionStore(database);
        var acme = new Connection
        {
            Name = "Acme",
            Kind = "HubSpot",
            Tenant = "acme",
            Settings = new ConnectionSettings
            {
                ContactCreation = SyncFlow.BothWays,
                UniqueKeys = [MatchKeyKind.Phone],
                VolumeGuard = new VolumeGuard { MaxCreates = 9, AlwaysAllowedClears = 1, AlwaysAllowedDeletes = 2, MaxClearedShare = null, MaxDeletedShare = null },
            },
            Version = 1,
        };

        (await store.ReadAllAsync(default)).Should().Equal(acme);
        (await store.ReadHistoryAsync("Acme", 10, default)).Should().BeEmpty();
        (await store.SaveAsync(acme with { State = ConnectionState.Paused }, "Ada", At.Noon, default)).Should().BeTrue();
        (await store.ReadHistoryAsync("Acme", 10, default)).Should().Equal(
            new SavedConnection(acme with { State = ConnectionState.Paused, Version = 2 }, At.Noon, "Ada"));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Takes_saved_mappings(int steps)
    {
        await WriteAsync(steps);
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        var store = new SqliteConnectionStore(database);
        var mapping = new SavedMapping { Connection = "Acme", Version = 1, Edits = MappingEdits.None, SavedAt = At.Noon, SavedBy = "Ada" };

        (await store.FindMappingAsync("Acme", RecordType.Contact, default)).Should().BeNull();
        (await store.SaveMappingAsync(mapping, default)).Should().BeTrue();
        (await store.FindMappingAsync("Acme", RecordType.Contact, default)).Should().Be(mapping);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Keeps_the_state_of_its_syncing_and_its_tokens(int steps)
    {
        await WriteAsync(steps);
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        var store = new SqliteSyncStore(database);

        (await store.FindPositionAsync("Acme", "crm-changes", default)).Should().Be("42");
        (await store.ReadLinkPageAsync("Acme", null, 10, default)).Should().ContainSingle(link => link.LocalId == "1" && link.CrmId == "901");
        (await store.ReadIssuesAsync("Acme", new IssueQuery(), default)).Should().Equal(
            new SyncIssue { Code = IssueCode.InvalidPhone, LocalId = "1", Field = "Phone", Message = "Look.", At = At.Noon });
        (await new SqliteCredentialSource(database).FindAsync(new Connection { Name = "Acme", Kind = "HubSpot" }, default))
            .Should().Be(new CrmCredentials { RefreshToken = "r" });
    }

    [Theory]
    [InlineData(0, "2d655495e380083e4151001c274f791d788b7d8f0264b45ff785bc281d2f13d4")]
    [InlineData(1, "294e19c99e7ef4496c4fa8d9230cd3fc6b63bb3894126006730cff187622b6b8")]
    [InlineData(2, "ef5ad5e8510b1f80d288c66af3f679ce5cb8ccdb3a291ae0d1ecebc3992e50e3")]
    [InlineData(3, "a545f306574a69ac37622357b340149fc278346c7bfd422791d4b24060989f98")]
    [InlineData(4, "e6a0df12d26553c66b94000be3e66fe3ca06b5fb9be6ed83d8400e450ffd4870")]
    [InlineData(5, "b46ee6b4548aa069cb08707730c275983976d71e7faba655b474e47d26a0a432")]
    [InlineData(6, "d0e8517942b014c046517196fdd2c35801491c9a99d7f97eb497e8e45518959e")]
    [InlineData(7, "564e1357ba68025f76aed41e3501820c3ecde22b0b671f831875fa42bbd18459")]
    public void Was_made_by_steps_that_never_change(int step, string hash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SyncSchema.Current.Steps[step].ReplaceLineEndings("\n"))))
            .Should().Be(hash, "files were made by it: add a step instead");

    private async Task WriteAsync(int steps)
    {
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current with { Steps = [.. SyncSchema.Current.Steps.Take(steps)] });
        await database.WriteAsync(
            session => session.RunScript(
                $$"""
                insert into crm_connections (name, kind, tenant, settings) values ('Acme', 'HubSpot', 'acme',
                    '{"contactCreation":"BothWays","uniqueKeys":["Phone"],"pollNanoseconds":60000000000,"volumeGuard":{"maxCreates":9,"alwaysAllowedClears":1,"alwaysAllowedDeletes":2},"maxAttempts":5}');
                insert into crm_credentials (connection, refresh_token) values ('Acme', 'r');
                insert into crm_positions (connection, name, value) values ('Acme', 'crm-changes', '42');
                insert into crm_links (connection, record_type, local_id, crm_id, is_tombstone, local_version, layout_id, unconfirmed,
                    local_base, crm_base, crm_seen) values ('Acme', 0, '1', '901', 0, '1', 'l', '', x'', x'', x'');
                insert into crm_issues (connection, contact, field, code, local_id, message, at)
                    values ('Acme', '1', 'Phone', 'InvalidPhone', '1', 'Look.', {{At.Noon.Ticks}});
                """),
            default);
    }
}

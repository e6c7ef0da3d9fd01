namespace CrmMapping.Sqlite.Tests;

public abstract partial class ConnectionStoreContract
{
    private static readonly MappingEdits SomeEdits = new()
    {
        Edits =
        [
            new MappingEdit { Local = "City", Crm = "town" },
            new MappingEdit { Local = "Company", Kind = MappingEditKind.Deleted },
            new MappingEdit { Local = "Notes", Kind = MappingEditKind.Added, Crm = "notes", Direction = SyncDirection.FromCrm },
            new MappingEdit { Local = "Owner", Direction = SyncDirection.Bidirectional },
        ],
    };

    [Fact]
    public async Task A_mapping_comes_back_with_all_that_was_saved()
    {
        var saved = Mapping(1, SomeEdits) with { RecordType = RecordType.Lead, Comment = "Towns go elsewhere." };

        (await Store.SaveMappingAsync(saved, default)).Should().BeTrue();

        (await OpenAnother().FindMappingAsync("Globex", RecordType.Lead, default)).Should().Be(saved);
    }

    [Fact]
    public async Task A_mapping_is_of_one_connection_and_one_kind_of_record()
    {
        await Store.SaveMappingAsync(Mapping(1, SomeEdits), default);

        (await Store.FindMappingAsync("Globex", RecordType.Lead, default)).Should().BeNull();
        (await Store.FindMappingAsync("Acme", RecordType.Contact, default)).Should().BeNull();
        (await Store.SaveMappingAsync(Mapping(1, MappingEdits.None) with { Connection = "Acme" }, default)).Should().BeTrue();
        (await Store.FindMappingAsync("Globex", RecordType.Contact, default))!.Edits.Should().Be(SomeEdits);
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Every_version_of_a_mapping_stays_with_who_saved_it_and_when()
    {
        var first = Mapping(1, SomeEdits);
        var second = Mapping(2, MappingEdits.None) with { SavedBy = "Bob", SavedAt = At.Minute(3), Comment = "Back." };
        await Store.SaveMappingAsync(first, default);
        await Store.SaveMappingAsync(second, default);

        var other = OpenAnother();
        (await other.FindMappingAsync("Globex", RecordType.Contact, default)).Should().Be(second);
        (await other.ReadMappingHistoryAsync("Globex", RecordType.Contact, 10, default)).Should().Equal(second, first);
        (await other.ReadMappingHistoryAsync("Globex", RecordType.Contact, 1, default)).Should().Equal(second);
        (await other.FindMappingVersionAsync("Globex", RecordType.Contact, 1, default)).Should().Be(first);
        (await other.FindMappingVersionAsync("Globex", RecordType.Contact, 3, default)).Should().BeNull();
    }

    [Theory, Trait("Rule", "E1")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_version_of_a_mapping_that_is_not_the_next_is_not_saved(int version)
    {
        await Store.SaveMappingAsync(Mapping(1, SomeEdits), default);
        await Store.SaveMappingAsync(Mapping(2, SomeEdits), default);

        (await Store.SaveMappingAsync(Mapping(version, MappingEdits.None), default)).Should().BeFalse();

        (await Store.ReadMappingHistoryAsync("Globex", RecordType.Contact, 10, default)).Should().Equal(Mapping(2, SomeEdits), Mapping(1, SomeEdits));
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Of_mappings_saved_at_the_same_time_each_version_has_one_winner()
    {
        const int Savers = 8;
        const int Saves = 20;
        var stores = Enumerable.Range(0, Savers).Select(_ => OpenAnother()).ToList();

        await Task.WhenAll(stores.Select((store, saver) => Task.Run(() => AddAgainAndAgainAsync(store, saver, Saves))));

        var standing = (await Store.FindMappingAsync("Globex", RecordType.Contact, default))!;
        standing.Version.Should().Be(Savers * Saves);
        standing.Edits.Edits.Should().HaveCount(Savers * Saves, "nobody's edit is lost");
    }

    private static SavedMapping Mapping(int version, MappingEdits edits) => new()
    {
        Connection = "Globex",
        Version = version,
        Edits = edits,
        SavedAt = At.Noon,
        SavedBy = "Ada",
    };

    // Adds an edit of its own to those that stand, until it has won often enough.
    private static async Task AddAgainAndAgainAsync(IConnectionStore store, int saver, int saves)
    {
        for (var won = 0; won < saves;)
        {
            var standing = await store.FindMappingAsync("Globex", RecordType.Contact, default);
            MappingEdit[] edits = [.. standing?.Edits.Edits ?? [], new MappingEdit { Local = $"{saver}:{won}", Kind = MappingEditKind.Deleted }];
            var next = Mapping((standing?.Version ?? 0) + 1, new MappingEdits { Edits = edits.ToEquatableArray() });
            won += await store.SaveMappingAsync(next, default) ? 1 : 0;
        }
    }
}

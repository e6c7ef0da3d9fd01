using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Reads what the tables hold.</summary>
internal static class SqliteRowExtensions
{
    extension(SqliteDataReader row)
    {
        public string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public Instant At(int column) => Instant.FromUnixTimeTicks(row.GetInt64(column));

        public Instant? AtOrNull(int column) => row.IsDBNull(column) ? null : row.At(column);

        public ReadOnlyMemory<byte> Bytes(int column) => row.GetFieldValue<byte[]>(column);

        public EquatableArray<int> Ordinals(int column) => row.GetString(column) is { Length: > 0 } ordinals
            ? ordinals.Split(',').Select(int.Parse).ToEquatableArray()
            : default;

        public FieldValue Value(int column) => row.IsDBNull(column) ? default : FieldValue.Of(row.GetString(column));
    }

    extension(Instant at)
    {
        public long Ticks => at.ToUnixTimeTicks();
    }
}

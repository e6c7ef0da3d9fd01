using System.Globalization;
using System.Text;
using NodaTime;

namespace CrmMapping.Benchmarks;

/// <summary>Makes contacts of the size that real ones have: sixty values, two kilobytes.</summary>
internal static class Samples
{
    public const int Count = 60;

    /// <summary>Gives a text of its own, never the same object as another.</summary>
    public static string Text(int record, int ordinal) => string.Create(
        CultureInfo.InvariantCulture, $"{record:0000} {ordinal:00} {"abcdefghijklmnopqrstuvwxyz"[..(1 + (ordinal * 7 % 26))]}{(ordinal % 9 == 0 ? " Zoë" : "")}");

    /// <summary>Gives the id of a record, as a CRM has it.</summary>
    public static string Id(int record) => (100_000 + record).ToString(CultureInfo.InvariantCulture);

    public static WideContact Wide(int record = 0, Action<WideContact>? change = null)
    {
        var contact = new WideContact();
        foreach (var (property, ordinal) in typeof(WideContact).GetProperties().Select((property, ordinal) => (property, ordinal)))
        {
            property.SetValue(contact, Text(record, ordinal));
        }

        change?.Invoke(contact);
        return contact;
    }

    public static MixedContact Mixed()
    {
        var contact = new MixedContact();
        foreach (var (property, ordinal) in typeof(MixedContact).GetProperties().Select((property, ordinal) => (property, ordinal)))
        {
            property.SetValue(contact, property.PropertyType switch
            {
                var type when type == typeof(bool) => true,
                var type when type == typeof(int) => 1234,
                var type when type == typeof(decimal?) => 1200.5m,
                var type when type == typeof(LocalDate?) => new LocalDate(1815, 12, 10),
                var type when type == typeof(Instant?) => Instant.FromUtc(2026, 11, 23, 22, 26, 30),
                _ => Text(0, ordinal),
            });
        }

        return contact;
    }

    public static CompiledMap Compile(ContactMap map)
    {
        var mistakes = new List<MappingMistake>();
        var set = map.Build(RecordType.Contact, [], mistakes);
        return mistakes.Count == 0 ? map.Compile(set) : throw new CrmMappingConfigurationException(mistakes);
    }

    /// <summary>Writes the values of a record anew, the last one first.</summary>
    public static void Reverse(RecordBuffer record)
    {
        var values = Enumerable.Range(0, record.Count).Select(record.Value).ToList();
        record.Reset(values.Count);
        for (var ordinal = values.Count - 1; ordinal >= 0; ordinal--)
        {
            record.Set(ordinal, values[ordinal]);
        }
    }

    /// <summary>Writes an answer to a batch read, as HubSpot does.</summary>
    public static byte[] Answer(int records, CompiledMap map, bool inMapOrder)
    {
        var text = new StringBuilder("""{"status":"COMPLETE","results":[""");
        for (var record = 0; record < records; record++)
        {
            text.Append(record == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""{"id":"{{Id(record)}}","properties":{""");
            for (var place = 0; place < map.Count; place++)
            {
                var ordinal = inMapOrder ? place : map.Count - 1 - place;
                text.Append(place == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"\"{map[ordinal].Crm.Key}\":\"{Text(record, ordinal)}\"");
            }

            text.Append(",\"lastmodifieddate\":\"2026-11-23T22:26:30.123Z\"},\"createdAt\":\"2026-01-02T03:04:05.678Z\",\"updatedAt\":\"2026-11-23T22:26:30.123Z\",\"archived\":false}");
        }

        return Encoding.UTF8.GetBytes(text.Append("""],"startedAt":"2026-11-23T22:26:31.000Z","completedAt":"2026-11-23T22:26:31.050Z"}""").ToString());
    }
}

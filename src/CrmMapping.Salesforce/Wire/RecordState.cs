using System.Text;
using System.Text.Json;

namespace CrmMapping.Salesforce;

/// <summary>Gathers, while a record is read, what it is: alive, deleted, merged away or converted.</summary>
internal struct RecordState
{
    private string? _master;
    private string? _contact;
    private bool _isConverted;

    /// <summary>Takes a value at which a reader stands; the reader does not move.</summary>
    public void Take(SystemPart part, ref Utf8JsonReader reader, CrmRecord record)
    {
        var isText = reader.TokenType == JsonTokenType.String;
        Take(part, isText || reader.TokenType is JsonTokenType.True ? reader.ValueSpan : default, record);
    }

    /// <summary>Takes a value in the text of either form, JSON or CSV.</summary>
    public void Take(SystemPart part, ReadOnlySpan<byte> text, CrmRecord record)
    {
        switch (part)
        {
            case SystemPart.Id when RecordId.IsId(text):
                record.Id = RecordId.ToLong(Encoding.ASCII.GetString(text));
                break;
            case SystemPart.Modified:
                record.ModifiedAt = WireTime.Read(text);
                break;
            case SystemPart.Created:
                record.CreatedAt = WireTime.Read(text);
                break;
            case SystemPart.Deleted:
                record.IsArchived = text.SequenceEqual("true"u8);
                break;
            case SystemPart.Converted:
                _isConverted = text.SequenceEqual("true"u8);
                break;
            case SystemPart.Master when RecordId.IsId(text):
                _master = RecordId.ToLong(Encoding.ASCII.GetString(text));
                break;
            case SystemPart.ConvertedContact when RecordId.IsId(text):
                _contact = RecordId.ToLong(Encoding.ASCII.GetString(text));
                break;
        }
    }

    /// <summary>Says of the record what was gathered.</summary>
    /// <param name="record">The record, read whole.</param>
    /// <param name="masters">Takes the survivor of a record that was merged away.</param>
    public readonly void Settle(CrmRecord record, IDictionary<string, string> masters)
    {
        record.RequestedId = record.Id;
        if (record.IsArchived && _master is not null)
        {
            masters[record.Id] = _master;
        }

        // A lead whose contact is gone as well stands for nobody any more.
        record.ConvertedInto = _isConverted ? _contact : null;
        record.IsArchived |= _isConverted && _contact is null;
    }
}

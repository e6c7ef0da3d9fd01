using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Looks for a person whose create was not answered, by the local contact's id that it carries.</summary>
internal sealed class LostCreates(CreatedReader created, string? externalId, IClock clock)
{
    // Two machines' clocks differ; the id is compared anyway.
    private static readonly Duration ClockSkew = Duration.FromMinutes(10);

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Looks for the person, and ends the write where it is there. That it is not proves nothing: it may still be made.</summary>
    /// <returns>True when it is there.</returns>
    public async Task<bool> FindAsync(CrmFieldSet fields, PendingWrite pending, Instant sent, CancellationToken cancellationToken)
    {
        if (externalId is null || pending.Write is not { Kind: CrmWriteKind.Create, LocalId: { } localId })
        {
            return false;
        }

        var (read, key) = WithKey(fields);
        using var page = CrmPage.Rent();
        try
        {
            await created.ReadAsync(read, sent - ClockSkew, page, cancellationToken).ConfigureAwait(false);
        }
        catch (CrmException failure) when (failure.Failure == CrmFailure.Passing)
        {
            return false;
        }

        if (page.FirstOrDefault(record => !record.IsArchived && record.Values.Value(key).Text == localId) is not { } found)
        {
            return false;
        }

        End(pending, fields, found);
        return true;
    }

    public static void End(PendingWrite pending, CrmFieldSet fields, CrmRecord record)
    {
        var confirmed = new RecordBuffer(fields.Count);
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            confirmed.Copy(ordinal, record.Values);
        }

        pending.End(new CrmWriteResult
        {
            Outcome = CrmWriteOutcome.Written,
            Id = record.Id,
            Confirmed = confirmed,
            ModifiedAt = record.ModifiedAt,
        });
    }

    private (CrmFieldSet Read, int Key) WithKey(CrmFieldSet fields)
    {
        var ordinal = PersonLayout.Of(fields).Ordinal(externalId!);
        return ordinal >= 0
            ? (fields, ordinal)
            : (new CrmFieldSet(fields.RecordType, [.. fields.Fields, PipedriveFields.Of(externalId!, externalId!, FieldType.Text)]), fields.Count);
    }
}

using Microsoft.Extensions.Logging;

namespace CrmMapping.Http;

/// <summary>Decides what an answer means for each write of a batch. Makes no request.</summary>
internal sealed class WriteVerdicts(Connection connection, ILogger logger)
{
    private string Crm => connection.Kind;

    /// <summary>Ends writes of which nothing is left.</summary>
    public void EndEmpty(WriteBatch batch)
    {
        if (batch.Kind == BatchKind.Archive)
        {
            return;
        }

        foreach (var write in batch.Writes.Where(static write => write.Result is null && !write.WritesAnything()))
        {
            write.End(CrmWriteOutcome.Refused, $"{Crm} refused every field, so nothing was written.", write.Write.Id);
        }
    }

    public void EndUnanswered(WriteBatch batch)
    {
        logger.WritesUnanswered(connection.Name, batch.Writes.Count);
        batch.EndAll(CrmWriteOutcome.Unanswered, "No answer arrived, so it may have been done.");
    }

    /// <summary>Leaves out of all writes what the CRM takes from nobody.</summary>
    /// <returns>True when something was left out.</returns>
    public bool DropForAll(WriteBatch batch, WriteRefusal refusal)
    {
        var fields = refusal.Fields.Where(field => refusal.FieldsForAll.Contains(field.Field)).ToList();
        return fields.Count > 0 && batch.Writes.Where(write => Drop(write, fields)).ToList().Count > 0;
    }

    /// <summary>Judges the writes that are open.</summary>
    /// <returns>Those whose records were not found, and those to be sent again without what was refused.</returns>
    public (List<PendingWrite> Gone, List<PendingWrite> Again) Judge(
        WriteBatch batch, IReadOnlyDictionary<PendingWrite, WriteRefusal> refusals)
    {
        var (gone, again) = (new List<PendingWrite>(), new List<PendingWrite>());
        var hasId = batch.Kind is BatchKind.Update or BatchKind.Archive;
        foreach (var write in batch.Writes.Where(static write => write.Result is null))
        {
            var refusal = refusals.GetValueOrDefault(write);
            if (hasId && refusal is null or { IsNotFound: true })
            {
                gone.Add(write);
            }
            else if (refusal is null)
            {
                write.End(CrmWriteOutcome.Unanswered, $"{Crm}'s answer does not name the record, so it may have been created.");
            }
            else if (IsToBeRepeated(batch.Kind, write, refusal))
            {
                again.Add(write);
            }
        }

        return (gone, again);
    }

    /// <summary>Ends writes whose records were not found.</summary>
    /// <param name="writes">The writes.</param>
    /// <param name="homes">By id, where each record lives now.</param>
    public void EndGone(IEnumerable<PendingWrite> writes, IReadOnlyDictionary<string, string> homes)
    {
        foreach (var write in writes)
        {
            var id = write.Write.Id!;
            if (!homes.TryGetValue(id, out var home))
            {
                write.End(CrmWriteOutcome.NotFound, $"{Crm} has no such record any more.");
            }
            else if (home == id)
            {
                write.End(CrmWriteOutcome.Failed, $"{Crm} did not say what became of it.", id);
            }
            else
            {
                write.End(CrmWriteOutcome.NotFound, "The record was merged into another.", home);
            }
        }
    }

    // An update that takes another record's unique value loses that value alone; a create is that other record.
    private bool IsToBeRepeated(BatchKind kind, PendingWrite write, WriteRefusal refusal)
    {
        if (refusal.IsConflict && kind != BatchKind.Update)
        {
            write.End(CrmWriteOutcome.AlreadyExists, $"{Crm} has a record with the same unique value: {refusal.Summary}.", refusal.ExistingId);
            return false;
        }

        if (Drop(write, refusal.Fields))
        {
            return true;
        }

        var outcome = refusal.IsConflict ? CrmWriteOutcome.AlreadyExists : CrmWriteOutcome.Refused;
        write.End(outcome, $"{Crm} refused the record: {refusal.Summary}.", refusal.ExistingId ?? write.Write.Id);
        return false;
    }

    private bool Drop(PendingWrite write, IEnumerable<FieldRefusal> refusals)
    {
        var dropped = write.Drop(refusals);
        foreach (var refusal in dropped)
        {
            logger.FieldRefused(connection.Name, refusal.Field, refusal.Code);
        }

        return dropped.Count > 0;
    }
}

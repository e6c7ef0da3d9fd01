using System.Runtime.InteropServices;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Carries out a job that writes: row by row, whatever becomes of the others, and in no order of the upload.</summary>
internal static class IngestWorker
{
    private const string Null = "#N/A";

    public static void Run(SalesforceOrg org, BulkJob job)
    {
        var reader = new CsvReader(job.Data ?? "", job.Delimiter, job.NewLine);
        if (Head(job, reader) is { } refusal)
        {
            (job.State, job.ErrorMessage) = ("Failed", refusal);
            return;
        }

        var rowsLeft = org.JobBreaksAfter ?? int.MaxValue;
        org.JobBreaksAfter = null;
        while (!reader.IsAtEnd)
        {
            var (cells, error) = reader.ReadRow();
            if (cells is [""])
                continue;
            var row = new BulkRow(cells);
            if (rowsLeft-- <= 0)
                job.Unprocessed.Add(row);
            else if (error is not null || cells.Count != job.Columns.Count)
                job.Failed.Add(row with { Error = $"INVALID_CSV:{error ?? "the row has another number of fields than the header"}:--" });
            else
                Write(org, job, row);
        }

        Seeded.Shuffle(CollectionsMarshal.AsSpan(job.Succeeded), org.Options.Seed, job.Succeeded.Count);
        Seeded.Shuffle(CollectionsMarshal.AsSpan(job.Failed), org.Options.Seed, job.Failed.Count);
        (job.State, job.ErrorMessage) = job.Unprocessed.Count is 0
            ? ("JobComplete", null)
            : ("Failed", "InternalServerError : The job exceeded its retries");
    }

    private static string? Head(BulkJob job, CsvReader reader)
    {
        var data = job.Data ?? "";
        var firstLine = data.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? data[..(end + 1)] : data;
        if (firstLine.EndsWith("\r\n", StringComparison.Ordinal) != job.LineEnding is "CRLF" && firstLine.EndsWith('\n'))
            return $"ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is {job.LineEnding}";
        job.Columns = reader.ReadRow().Cells;
        foreach (var column in job.Columns)
        {
            var dot = column.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 ? job.Table.Type.FindVisible(column) < 0 : job.Table.Type.FindRelationship(column[..dot]) < 0)
                return $"InvalidBatch : Field name not found : {column}";
        }

        return job.Columns.Distinct(StringComparer.OrdinalIgnoreCase).Count() == job.Columns.Count ? null : "InvalidBatch : Duplicate field name in the header";
    }

    private static void Write(SalesforceOrg org, BulkJob job, BulkRow row)
    {
        var mark = org.Journal.Mark;
        try
        {
            var (record, isNew) = Apply(org, job, row);
            job.Succeeded.Add(row with { Id = record.Id, IsNew = isNew });
        }
        catch (SalesforceProblem problem)
        {
            org.Journal.RollBack(mark);
            var error = problem.Errors[0];
            job.Failed.Add(row with { Id = Cell(job, row, "Id"), Error = $"{error.Code}:{error.Message}:{string.Join(',', error.Fields)} --" });
        }
    }

    private static (SObject Record, bool IsNew) Apply(SalesforceOrg org, BulkJob job, BulkRow row)
    {
        switch (job.Operation)
        {
            case "insert":
                return (org.Editor.Create(job.Table, Input(org, job, row, isCreate: true), job.Writer), true);
            case "upsert":
                return Upsert(org, job, row);
            default:
                var record = SObjectFinder.ById(org, job.Table, Cell(job, row, "Id") ?? throw SalesforceProblem.Bad("MISSING_ARGUMENT", "Id not specified"));
                if (job.Operation is "update")
                    org.Editor.Update(record, Input(org, job, row, isCreate: false), job.Writer);
                else
                    org.Editor.Delete(record, job.Writer);
                if (job.Operation is "hardDelete")
                    job.Table.Remove(record);
                return (record, false);
        }
    }

    private static (SObject Record, bool IsNew) Upsert(SalesforceOrg org, BulkJob job, BulkRow row)
    {
        var key = SObjectFinder.Key(job.Table.Type, job.ExternalIdFieldName!, inFile: true);
        var value = Cell(job, row, job.Table.Type[key].Name) ?? throw SalesforceProblem.Bad("MISSING_ARGUMENT", $"{job.ExternalIdFieldName} not specified");
        var found = SObjectFinder.ByKey(job.Table, key, value);
        if (found.Count > 1)
            throw SalesforceProblem.Bad("DUPLICATE_EXTERNAL_ID", $"{job.ExternalIdFieldName}: more than one record found for external id field");
        if (found.Count is 0)
            return (org.Editor.Create(job.Table, Input(org, job, row, isCreate: true), job.Writer), true);
        org.Editor.Update(found[0], Input(org, job, row, isCreate: false), job.Writer);
        return (found[0], false);
    }

    // An empty cell leaves the field alone; a sign of its own clears it.
    private static List<FieldWrite> Input(SalesforceOrg org, BulkJob job, BulkRow row, bool isCreate) =>
        new RecordInput(org, job.Table.Type, isCreate).Read(job.Columns.Zip(row.Cells)
            .Where(cell => cell.Second.Length > 0 && !Same(cell.First, "Id"))
            .Select(cell => KeyValuePair.Create(cell.First, cell.Second is Null ? null : cell.Second)));

    private static string? Cell(BulkJob job, BulkRow row, string column)
    {
        for (var i = 0; i < job.Columns.Count && i < row.Cells.Count; i++)
        {
            if (Same(job.Columns[i], column))
                return row.Cells[i] is { Length: > 0 } text ? text : null;
        }

        return null;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

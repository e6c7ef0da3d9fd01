namespace CrmMapping;

/// <summary>Creates in the CRM what a map would have there and the account lacks.</summary>
internal sealed class FieldSetUpWork(ConnectionScope scope) : IReportingOperation
{
    public bool IsDoneInParts => true;

    public async Task<OperationReport> RunAsync(bool isPreview, CancellationToken cancellationToken)
    {
        if (scope.Session is not ISetsUpFields crm)
        {
            throw new OperationRefusedException(EngineMessages.NotOffered(scope.Connection.Kind, "create properties"));
        }

        var all = new List<FieldSetUpResult>();
        var lines = new List<OperationLine>();
        long further = 0;
        foreach (var kind in scope.Kinds)
        {
            var wanted = kind.Map.Set.Mappings
                .Where(static mapping => mapping.SetUp is not null)
                .Select(static mapping => new FieldSetUp(mapping.SetUp!, mapping.Group, mapping.Direction == SyncDirection.ToCrm))
                .ToList();
            var results = await crm.SetUpFieldsAsync(kind.RecordType, wanted, isPreview, cancellationToken).ConfigureAwait(false);
            all.AddRange(results);
            lines.AddRange(results.Select(result => new OperationLine
            {
                Kind = result.Kind, Subject = ReportSubject.Of(kind, result.Key), RecordType = kind.RecordType, Text = result.Text,
            }));
            further += Creates(wanted, results);
        }

        scope.Outdate();
        return new OperationReport(Summary(all, isPreview), lines) { FurtherRequests = isPreview ? further : 0 };
    }

    // One a property and one a heading: a heading that is there already is asked for all the same.
    private static int Creates(IEnumerable<FieldSetUp> wanted, IEnumerable<FieldSetUpResult> results)
    {
        var created = results.Where(static result => result.Kind == OperationLineKind.Created).Select(static result => result.Key).ToHashSet(StringComparer.Ordinal);
        var headings = wanted.Where(one => one.Group is not null && created.Contains(one.Field.Key)).Select(static one => one.Group).Distinct(StringComparer.Ordinal);
        return created.Count + headings.Count();
    }

    private static string Summary(IReadOnlyList<FieldSetUpResult> results, bool isPreview)
    {
        var (created, adopted, byHand) = (
            Count(OperationLineKind.Created), Count(OperationLineKind.Adopted), Count(OperationLineKind.ByHand));
        return $"{created} {(isPreview ? "would be created" : "created")}, {adopted} there already, {byHand} to be created by hand.";

        int Count(OperationLineKind kind) => results.Count(result => result.Kind == kind);
    }
}

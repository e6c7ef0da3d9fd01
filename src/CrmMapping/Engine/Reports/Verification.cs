namespace CrmMapping;

/// <summary>Checks whether the connection can do what its mapping says: credentials, permissions, fields, keys and owners.</summary>
internal sealed class Verification(ConnectionScope scope, IUserDirectory? users) : IReportingOperation
{
    public async Task<OperationReport> RunAsync(bool isPreview, CancellationToken cancellationToken)
    {
        var lines = new List<OperationLine>();
        var map = await FreshMap.AskAsync(scope, cancellationToken).ConfigureAwait(false);
        if (scope.Session is IChecksAccess access)
        {
            var directions = Enumerable.Range(0, scope.Map.Count).Select(scope.Context.OnUpdate).ToList();
            var findings = await access.CheckAccessAsync(map.CrmFields, directions, cancellationToken).ConfigureAwait(false);
            lines.AddRange(findings.Select(static finding => Line(finding.IsWell, finding.Subject, finding.Text)));
        }

        lines.AddRange(Fields(map));
        lines.Add(Owners());
        var failed = lines.Count(static line => line.Kind == OperationLineKind.Failed);
        return new OperationReport(
            failed == 0 ? "All is well." : $"{failed} of {lines.Count} checks failed. Each line says what to do.", lines);
    }

    private static IEnumerable<OperationLine> Fields(CompiledMap map)
    {
        for (var ordinal = 0; ordinal < map.Count; ordinal++)
        {
            var mapping = map[ordinal];
            yield return map.WhySuspended(ordinal) is { } suspension
                ? Line(false, mapping.Local.Key, suspension.Message)
                : Line(true, mapping.Local.Key, $"{mapping.Local.Key} {mapping.Direction.Arrow} '{mapping.Crm.Key}'");
        }
    }

    private OperationLine Owners()
    {
        var mapping = scope.Map.Set.Mappings.FirstOrDefault(static mapping => mapping.Special == SpecialField.Owner);
        return mapping switch
        {
            null => Line(false, "owner", "No property of the map is the contact's owner. Map one with AsOwner(), or contacts keep no owner."),
            _ when users is null => Line(false, "owner", EngineMessages.NoUsers),
            _ when scope.Context.Owners.IsEmpty => Line(
                false, "owner", "No user is paired with an owner of the CRM. Run SyncUsersAsync."),
            _ => Line(true, "owner", $"{mapping.Local.Key} {mapping.Direction.Arrow} '{mapping.Crm.Key}'"),
        };
    }

    private static OperationLine Line(bool isWell, string subject, string text) => new()
    {
        Kind = isWell ? OperationLineKind.Passed : OperationLineKind.Failed, Subject = subject, Text = text,
    };
}

namespace CrmMapping;

/// <summary>Checks whether the connection can do what its mapping says: credentials, permissions, fields, keys and owners.</summary>
internal sealed class Verification(ConnectionScope scope, IUserDirectory? users) : IReportingOperation
{
    public async Task<OperationReport> RunAsync(bool isPreview, CancellationToken cancellationToken)
    {
        var lines = new List<OperationLine>();
        foreach (var kind in scope.Kinds)
        {
            lines.AddRange(await CheckAsync(kind, cancellationToken).ConfigureAwait(false));
        }

        // What is of the whole account is found well or not with every kind of record.
        lines = [.. lines.Distinct()];
        var failed = lines.Count(static line => line.Kind == OperationLineKind.Failed);
        return new OperationReport(
            failed == 0 ? "All is well." : $"{failed} of {lines.Count} checks failed. Each line says what to do.", lines);
    }

    private async Task<IReadOnlyList<OperationLine>> CheckAsync(ConnectionScope kind, CancellationToken cancellationToken)
    {
        var lines = new List<OperationLine>();
        var map = await FreshMap.AskAsync(kind, cancellationToken).ConfigureAwait(false);
        if (kind.Session is IChecksAccess access)
        {
            var directions = Enumerable.Range(0, kind.Map.Count).Select(kind.Context.OnUpdate).ToList();
            var findings = await access.CheckAccessAsync(map.CrmFields, directions, cancellationToken).ConfigureAwait(false);
            lines.AddRange(findings.Select(static finding => Line(finding.IsWell, finding.Subject, finding.Text)));
        }

        return [.. lines, .. Fields(kind, map), Owners(kind)];
    }

    private static IEnumerable<OperationLine> Fields(ConnectionScope kind, CompiledMap map)
    {
        for (var ordinal = 0; ordinal < map.Count; ordinal++)
        {
            var mapping = map[ordinal];
            var subject = ReportSubject.Of(kind, mapping.Local.Key);
            yield return map.WhySuspended(ordinal) is { } suspension
                ? Line(false, subject, suspension.Message)
                : Line(true, subject, $"{mapping.Local.Key} {mapping.Direction.Arrow} '{mapping.Crm.Key}'");
        }
    }

    private OperationLine Owners(ConnectionScope kind)
    {
        var (mapping, subject) = (kind.Map.FindSpecial(SpecialField.Owner), ReportSubject.Of(kind, "owner"));
        return mapping switch
        {
            null => Line(false, subject, "No property of the map is the contact's owner. Map one with AsOwner(), or contacts keep no owner."),
            _ when users is null => Line(false, subject, EngineMessages.NoUsers),
            _ when kind.Context.Owners.IsEmpty => Line(
                false, subject, "No user is paired with an owner of the CRM. Run SyncUsersAsync."),
            _ => Line(true, subject, $"{mapping.Local.Key} {mapping.Direction.Arrow} '{mapping.Crm.Key}'"),
        };
    }

    private static OperationLine Line(bool isWell, string subject, string text) => new()
    {
        Kind = isWell ? OperationLineKind.Passed : OperationLineKind.Failed, Subject = subject, Text = text,
    };
}

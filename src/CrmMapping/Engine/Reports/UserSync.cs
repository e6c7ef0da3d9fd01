namespace CrmMapping;

/// <summary>Pairs the host's users with the CRM's owners, and says of each what became of it.</summary>
internal sealed class UserSync(ConnectionScope scope, IUserDirectory? users) : IReportingOperation
{
    public async Task<OperationReport> RunAsync(bool isPreview, CancellationToken cancellationToken)
    {
        if (users is null)
        {
            throw new OperationRefusedException(EngineMessages.NoUsers);
        }

        var owners = await scope.Session.ReadOwnersAsync(cancellationToken).ConfigureAwait(false);
        var locals = await users.ReadUsersAsync(scope.Connection.Tenant, cancellationToken).ConfigureAwait(false);
        if (locals.Distinct().CountBy(static user => user.Id).FirstOrDefault(static user => user.Value > 1) is { Key: { } twice })
        {
            throw new OperationRefusedException(EngineMessages.UserTwice(twice));
        }

        var before = await scope.Store.ReadOwnerPairsAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        var pairing = UserMatcher.Pair([.. locals.Distinct()], owners, before);
        return new OperationReport(pairing.Summary, pairing.Lines)
        {
            Complete = commit => commit with { OwnerPairs = pairing.Pairs, Replan = [IssueCode.OwnerNotPaired] },
        };
    }
}

namespace CrmMapping;

/// <summary>Makes the CRM's lead statuses the local disposition statuses.</summary>
internal sealed class StatusPull(ConnectionScope scope, IDispositionStatuses? statuses) : IReportingOperation
{
    public async Task<OperationReport> RunAsync(bool isPreview, CancellationToken cancellationToken)
    {
        var map = await FreshMap.AskAsync(scope, cancellationToken).ConfigureAwait(false);
        var mapping = map.Set.Mappings.FirstOrDefault(static mapping => mapping.Special == SpecialField.DispositionStatus);
        if (mapping is null || !scope.Traits.HasLeadStatuses)
        {
            throw new OperationRefusedException(EngineMessages.NoLeadStatuses);
        }

        var choices = Choices.Of(mapping.Crm.Options);
        if (!isPreview && statuses is not null)
        {
            await statuses.ReplaceAsync(scope.Connection.Tenant, scope.Connection.Name, choices, cancellationToken).ConfigureAwait(false);
        }

        return new OperationReport(
            $"{choices.Count} statuses came from '{mapping.Crm.Key}'.",
            [.. choices.Select(static choice => new OperationLine
            {
                Kind = OperationLineKind.Option, Subject = choice.Key, Text = choice.Label, Fingerprint = choice.Key,
            })]);
    }
}

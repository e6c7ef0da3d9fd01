namespace CrmMapping;

/// <summary>Makes the CRM's lead statuses the local disposition statuses.</summary>
internal sealed class StatusPull(ConnectionScope scope, IDispositionStatuses? statuses) : IReportingOperation
{
    public async Task<OperationReport> RunAsync(bool isPreview, CancellationToken cancellationToken)
    {
        var mapping = scope.Traits.HasLeadStatuses ? await FindAsync(cancellationToken).ConfigureAwait(false) : null;
        if (mapping is null)
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

    // The map that has the status decides; where several have one, that of leads does.
    private async Task<FieldMapping?> FindAsync(CancellationToken cancellationToken)
    {
        if (scope.InReadingOrder.FirstOrDefault(static kind => kind.Map.FindSpecial(SpecialField.DispositionStatus) is not null) is not { } kind)
        {
            return null;
        }

        var map = await FreshMap.AskAsync(kind, cancellationToken).ConfigureAwait(false);
        return map.FindSpecial(SpecialField.DispositionStatus);
    }
}

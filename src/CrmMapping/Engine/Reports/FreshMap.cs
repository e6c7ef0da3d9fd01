namespace CrmMapping;

/// <summary>Asks the CRM for its fields now: who checks them, or pulls their options, wants no description of some minutes ago.</summary>
internal static class FreshMap
{
    /// <summary>Gives the scope's map with the fields as they are now. Where they drifted, the next batch is worked under them, too.</summary>
    public static async Task<CompiledMap> AskAsync(ConnectionScope scope, CancellationToken cancellationToken)
    {
        var fields = await scope.Session.DescribeAsync(scope.RecordType, cancellationToken).ConfigureAwait(false);
        var remembered = await scope.Store.FindPositionAsync(scope.Connection.Name, PositionNames.Schema(scope.RecordType), cancellationToken).ConfigureAwait(false);
        var map = scope.Map.With(fields, SchemaMemory.Parse(remembered));
        if (map.Set != scope.Map.Set || !map.Drifts.SequenceEqual(scope.Map.Drifts))
        {
            scope.Outdate();
        }

        return map;
    }
}

namespace CrmMapping.HighLevel;

/// <summary>Knows which location (sub-account) a connection is.</summary>
internal static class HighLevelLocation
{
    /// <returns>The location's id; null where nobody said.</returns>
    public static string? Find(Connection connection, HighLevelOptions options) =>
        connection.AccountId ?? (connection.Name == HighLevelAdapter.KindName ? options.LocationId : null);

    public static CrmException Unknown(Connection connection) => new(
        CrmFailure.Refused, connection.Name,
        "Which HighLevel location is meant is not known. Give the location's id: as LocationId beside the private integration token, as the "
        + "connection's AccountId, or connect the account by OAuth once more, which brings it.");
}

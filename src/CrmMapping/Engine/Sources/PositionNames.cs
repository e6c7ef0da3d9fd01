namespace CrmMapping;

/// <summary>Names the positions that a connection keeps.</summary>
internal static class PositionNames
{
    public const string LocalFeed = "local-feed";

    public const string ChangeHold = "change-hold";

    public const string PlanStamp = "plan-stamp";

    public const string CrmChanges = "crm-changes";

    public const string Schema = "schema";
}

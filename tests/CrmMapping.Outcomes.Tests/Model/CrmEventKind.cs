namespace CrmMapping.Outcomes.Tests;

internal enum CrmEventKind
{
    Created,
    Renamed,
    Deleted,
}

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

/// <summary>Names what can happen in a history.</summary>
internal enum PlayedAct
{
    EditHere,
    EditInCrm,
    Sync,
}

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

/// <summary>Is one thing that happens in a history: an edit on a side, or a sync.</summary>
internal sealed record PlayedStep(PlayedAct Act, string Property = "", string? Value = null)
{
    public override string ToString() => Act == PlayedAct.Sync ? "sync" : $"{Act}: {Property} = {(Value is null ? "blank" : $"'{Value}'")}";
}

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Says that a value changed: by whose hand, on which side, from what to what. Blank is empty.</summary>
internal sealed record WrittenValue(SyncSide Side, string Contact, string Field, string Before, string After, bool ByPerson)
{
    public override string ToString() =>
        $"{(ByPerson ? "somebody" : "the engine")} {(Side == SyncSide.Local ? "here" : "there")} {Contact} {Field}: '{Before}' to '{After}'";
}

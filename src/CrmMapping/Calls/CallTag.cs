namespace CrmMapping;

/// <summary>Names a tag that people put on calls.</summary>
/// <param name="Id">The telephony's id of it, which a new name leaves as it is.</param>
/// <param name="Name">What people see.</param>
public sealed record CallTag(long Id, string Name)
{
    /// <summary>Shows the tag as people see it.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}

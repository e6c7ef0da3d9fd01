namespace CrmMapping.Outcomes;

/// <summary>Names an outcome that the CRM offers for calls.</summary>
/// <param name="Id">The CRM's id of it, which is what is written.</param>
/// <param name="Label">What people see.</param>
public sealed record OutcomeName(string Id, string Label)
{
    /// <summary>Shows the outcome as people see it.</summary>
    /// <returns>The label.</returns>
    public override string ToString() => Label;
}

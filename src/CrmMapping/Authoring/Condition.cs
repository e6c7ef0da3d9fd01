namespace CrmMapping;

/// <summary>Holds a condition as it was written and as it runs.</summary>
internal sealed record Condition(string Text, Delegate Code)
{
    // A combined delegate compares by its parts, so that two builds of one map stay equal.
    public static Condition? Join(Condition? outer, Condition? inner) => (outer, inner) switch
    {
        (null, _) => inner,
        (_, null) => outer,
        _ => new($"{outer.Text} and {inner.Text}", Delegate.Combine(outer.Code, inner.Code)),
    };
}

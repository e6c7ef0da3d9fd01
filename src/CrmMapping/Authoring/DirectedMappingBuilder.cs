namespace CrmMapping;

/// <summary>Speaks about a mapping whose direction was said.</summary>
internal sealed class DirectedMappingBuilder<TContact, TValue>(MappingStatement statement)
    : MappingVerbs<TContact, TValue, IMappingDetails<TContact, TValue>>(statement),
        IDirectedMappingBuilder<TContact, TValue>,
        IMappingDetails<TContact, TValue>
    where TContact : class, new()
{
    protected override IMappingDetails<TContact, TValue> Self => this;

    public IMappingDetails<TContact, TValue> Only()
    {
        Statement.Say("Only", about: "allowed directions");
        Statement.Allowed = [Statement.Direction ?? SyncDirection.Bidirectional];
        return this;
    }
}

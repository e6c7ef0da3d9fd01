namespace CrmMapping;

/// <summary>Speaks about a mapping whose direction may still be said.</summary>
internal sealed class MappingBuilder<TContact, TValue>(MappingStatement statement)
    : MappingVerbs<TContact, TValue, IMappingBuilder<TContact, TValue>>(statement), IMappingBuilder<TContact, TValue>, ILockedMapping
    where TContact : class, new()
{
    protected override IMappingBuilder<TContact, TValue> Self => this;

    public IDirectedMappingBuilder<TContact, TValue> FromCrm() => Direct(SyncDirection.FromCrm);

    public IDirectedMappingBuilder<TContact, TValue> ToCrm() => Direct(SyncDirection.ToCrm);

    public IDirectedMappingBuilder<TContact, TValue> Bidirectional() => Direct(SyncDirection.Bidirectional);

    public ILockedMapping Locked()
    {
        Statement.Say("Locked", about: "direction");
        Statement.IsLocked = true;
        return this;
    }

    // The types let a direction be said once in a sentence; a builder kept in a variable could say it twice.
    private DirectedMappingBuilder<TContact, TValue> Direct(SyncDirection direction)
    {
        Statement.Say(direction.ToString(), about: "direction");
        Statement.Direction = direction;
        return new(Statement);
    }
}

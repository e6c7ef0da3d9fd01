namespace CrmMapping;

/// <summary>Speaks the beginning of a mapping.</summary>
internal sealed class MappingStart<TContact, TValue>(MappingStatement statement)
    : FieldWords<IMappingStart<TContact, TValue>>(statement), IMappingStart<TContact, TValue>
    where TContact : class, new()
{
    private readonly MappingStatement _statement = statement;

    protected override IMappingStart<TContact, TValue> Self => this;

    public IMappingStart<TContact, TValue> AsOwner() => AsSpecial(SpecialField.Owner, "AsOwner");

    public IMappingStart<TContact, TValue> AsDispositionStatus() =>
        AsSpecial(SpecialField.DispositionStatus, "AsDispositionStatus");

    public IMappingStart<TContact, TValue> AsLifecycleStage() =>
        AsSpecial(SpecialField.LifecycleStage, "AsLifecycleStage");

    public IMappingBuilder<TContact, TValue> To(string crmField)
    {
        _statement.Say("To");
        _statement.CrmField = crmField ?? "";
        return new MappingBuilder<TContact, TValue>(_statement);
    }

    private MappingStart<TContact, TValue> AsSpecial(SpecialField special, string word)
    {
        _statement.Say(word, about: "As");
        _statement.Special = special;
        return this;
    }
}

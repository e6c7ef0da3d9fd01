namespace CrmMapping;

/// <summary>Speaks about a field that is offered and not mapped.</summary>
internal sealed class OfferedField(FieldStatement statement) : FieldWords<IOfferedField>(statement), IOfferedField
{
    protected override IOfferedField Self => this;
}

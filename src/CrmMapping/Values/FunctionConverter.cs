namespace CrmMapping;

/// <summary>Converts by two functions and shows their text.</summary>
internal sealed class FunctionConverter(
    Func<FieldValue, FieldValue> toCrm, Func<FieldValue, FieldValue> fromCrm, string text) : IFieldConverter
{
    public FieldValue ToCrm(FieldValue local) => toCrm(local);

    public FieldValue FromCrm(FieldValue crm) => fromCrm(crm);

    public override string ToString() => text;
}

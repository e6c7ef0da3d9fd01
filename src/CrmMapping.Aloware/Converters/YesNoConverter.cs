namespace CrmMapping.Aloware;

/// <summary>Keeps a yes or no in a list to choose from, for CRMs that have no checkbox.</summary>
internal sealed record YesNoConverter : IFieldConverter
{
    public const string Yes = "Yes";
    public const string No = "No";

    public FieldValue ToCrm(FieldValue local) => local.Text switch
    {
        "true" => Yes,
        "false" => No,
        _ => local,
    };

    public FieldValue FromCrm(FieldValue crm) => crm.Text switch
    {
        Yes => "true",
        No => "false",
        "" => crm,
        _ => FieldValue.Unknown,
    };

    public override string ToString() => "yes or no";
}

using CrmMapping;

namespace MappingTests;

/// <summary>The CRM counts tiers, the application names them.</summary>
public sealed class TierConverter : IFieldConverter
{
    public FieldValue ToCrm(FieldValue local) => local.Text switch
    {
        "" => FieldValue.Blank,
        nameof(Tier.Standard) => "1",
        nameof(Tier.Premium) => "2",
        _ => FieldValue.Unknown,
    };

    public FieldValue FromCrm(FieldValue crm) => crm.Text switch
    {
        "" => FieldValue.Blank,
        "1" => nameof(Tier.Standard),
        "2" => nameof(Tier.Premium),
        _ => FieldValue.Unknown,
    };
}

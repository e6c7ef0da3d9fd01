using NodaTime.Text;

namespace CrmMapping.Aloware;

/// <summary>Keeps a date of birth in a field of text: written <c>1990-09-25</c>, read as people write dates, unless that may mean two days.</summary>
internal sealed record DateOfBirthConverter : IFieldConverter
{
    public FieldValue ToCrm(FieldValue local) => local;

    public FieldValue FromCrm(FieldValue crm) =>
        crm.IsBlank ? crm : WrittenDate.Find(crm.Text!) is { } day ? LocalDatePattern.Iso.Format(day) : FieldValue.Unknown;

    public override string ToString() => "a date as text";
}

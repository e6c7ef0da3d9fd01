namespace CrmMapping;

/// <summary>Names a few fields of an emulated account, as the account describes them.</summary>
public sealed record CrmTestFields
{
    /// <summary>Gets the field of a person's name, or last name, that every record has.</summary>
    public required FieldDescriptor Name { get; init; }

    /// <summary>Gets the field of the e-mail address.</summary>
    public required FieldDescriptor Email { get; init; }

    /// <summary>Gets the field of the phone number.</summary>
    public required FieldDescriptor Phone { get; init; }

    /// <summary>Gets a text field that the account added, which takes any text and may be blank.</summary>
    public required FieldDescriptor Text { get; init; }

    /// <summary>Gets a field that does not take every value, such as a picklist.</summary>
    public required FieldDescriptor Strict { get; init; }

    /// <summary>Gets a value that <see cref="Strict"/> does not take.</summary>
    public required string RefusedValue { get; init; }

    /// <summary>Gets all of them as a field set.</summary>
    public CrmFieldSet Set => field ??= new CrmFieldSet(RecordType.Contact, [Name, Email, Phone, Text, Strict]);
}

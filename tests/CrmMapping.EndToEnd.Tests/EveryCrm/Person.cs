namespace CrmMapping.EndToEnd.Tests.EveryCrm;

/// <summary>A contact that every CRM can hold.</summary>
public sealed class Person
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? City { get; set; }

    public string? Job { get; set; }

    public string? Note { get; set; }

    public static string? Read(Person person, string property) => (string?)typeof(Person).GetProperty(property)!.GetValue(person);

    public static void Write(Person person, string property, string? value) => typeof(Person).GetProperty(property)!.SetValue(person, value);
}

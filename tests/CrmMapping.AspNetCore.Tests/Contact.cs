namespace CrmMapping.AspNetCore.Tests;

internal sealed class Contact
{
    public string? Phone { get; set; }
}

internal sealed class InventedMap : ContactMap<Contact>
{
    public InventedMap() => Map(c => c.Phone).To("phone").Locked();
}

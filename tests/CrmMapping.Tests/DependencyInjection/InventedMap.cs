namespace CrmMapping.Tests.DependencyInjection;

internal sealed class InventedMap : ContactMap<Contact>
{
    public InventedMap() => Map(c => c.Phone).To("phone").Locked();
}

internal sealed class WrongMap : ContactMap<Contact>
{
    public WrongMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Company).To("employees");
    }
}

internal sealed class Customer
{
    public string? Phone { get; set; }
}

internal sealed class CustomerMap : ContactMap<Customer>
{
    public CustomerMap() => Map(c => c.Phone).To("phone").Locked();
}

namespace CrmMapping.Emulators;

/// <summary>Is a number of an emulated Aircall company, by which its people call and are called.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Digits">The number as it is shown, such as <c>+33 1 76 11 11 11</c>.</param>
/// <param name="Country">The country, two letters of ISO 3166.</param>
public sealed record AircallLine(long Id, string Name, string Digits, string Country)
{
    /// <summary>Gets the number by E.164, which only webhooks tell.</summary>
    public string E164Digits => $"+{string.Concat(Digits.Where(char.IsAsciiDigit))}";
}

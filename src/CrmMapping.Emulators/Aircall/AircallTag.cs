namespace CrmMapping.Emulators;

/// <summary>Is a tag of an emulated Aircall company.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name, unique in the company.</param>
/// <param name="Color">The color, such as <c>#00B388</c>.</param>
public sealed record AircallTag(long Id, string Name, string Color = "#00B388");

namespace CrmMapping;

/// <summary>Says what a local field is, before or without its mapping.</summary>
/// <typeparam name="TSelf">Where the sentence goes on.</typeparam>
public interface ILocalFieldWords<out TSelf>
{
    /// <summary>Says what the property holds, where its type and name do not tell.</summary>
    /// <param name="type">What it holds.</param>
    /// <returns>The same sentence.</returns>
    TSelf As(FieldType type);

    /// <summary>Says what people see instead of the property's name in words.</summary>
    /// <param name="text">The label.</param>
    /// <returns>The same sentence.</returns>
    TSelf Label(string text);

    /// <summary>Says how long the text may be, where no attribute of the property does.</summary>
    /// <param name="characters">The most characters, above zero.</param>
    /// <returns>The same sentence.</returns>
    TSelf MaxLength(int characters);
}

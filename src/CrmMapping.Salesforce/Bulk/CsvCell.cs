namespace CrmMapping.Salesforce;

/// <summary>Says where in a CSV text a value stands.</summary>
/// <param name="Start">Its first byte, without the quote.</param>
/// <param name="Length">How many bytes it takes as written.</param>
/// <param name="HasQuotes">Whether it holds quotes, which are written twice.</param>
internal readonly record struct CsvCell(int Start, int Length, bool HasQuotes);

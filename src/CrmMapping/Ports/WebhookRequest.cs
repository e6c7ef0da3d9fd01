namespace CrmMapping;

/// <summary>Holds a webhook as it arrived.</summary>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="Url">The whole address as the CRM called it, query included.</param>
/// <param name="Body">The raw bytes.</param>
/// <param name="Header">Gives a header's value by its name, whatever its case; null when it is not there.</param>
public readonly record struct WebhookRequest(string Method, string Url, ReadOnlyMemory<byte> Body, Func<string, string?> Header);

using System.Net;
using System.Text.Json.Nodes;

namespace CrmMapping.Emulators.Tests;

/// <summary>What the emulator answered, body parsed.</summary>
public sealed record Reply(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Message)
{
    public JsonNode? this[string name] => Body?[name];

    public string? Header(string name) => Message.Headers.TryGetValues(name, out var values) ? values.First() : null;

    public IReadOnlyList<string?> Ids => [.. Body!["results"]!.AsArray().Select(result => (string?)result!["id"])];

    public string? Property(string name) => (string?)Body!["properties"]![name];
}

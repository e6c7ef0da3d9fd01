using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmMapping.Emulators;

/// <summary>Lets JSON be read and written without reflection.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class AdminJson : JsonSerializerContext;

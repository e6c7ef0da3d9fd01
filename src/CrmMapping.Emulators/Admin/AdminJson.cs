using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmMapping.Emulators;

/// <summary>Lets JSON be read as a stream of elements without reflection.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class AdminJson : JsonSerializerContext;

namespace CrmMapping;

/// <summary>Holds the JSON schema of a file of mappings.</summary>
internal static class MappingJsonSchema
{
    public const string Text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "The mappings of a CRM's records",
          "description": "Stands for a whole map: what it leaves out is not mapped.",
          "type": "object",
          "required": ["formatVersion", "recordType", "mappings"],
          "additionalProperties": false,
          "properties": {
            "$schema": { "type": "string" },
            "formatVersion": { "const": 1 },
            "map": { "type": "string", "description": "The name of the map that was exported, for people." },
            "recordType": { "enum": ["Contact", "Lead"], "description": "The kind of CRM record; that of the map that imports it." },
            "mappings": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["local", "direction", "crm"],
                "additionalProperties": false,
                "properties": {
                  "local": { "type": "string", "minLength": 1, "description": "The key of a local field; each at most once." },
                  "direction": { "enum": ["Bidirectional", "ToCrm", "FromCrm"] },
                  "crm": { "type": "string", "minLength": 1, "description": "The key of a CRM field; each at most once." }
                }
              }
            }
          }
        }
        """;
}

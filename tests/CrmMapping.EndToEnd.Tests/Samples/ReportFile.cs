using System.Text.Json;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Reads the closing table that the sample writes for machines.</summary>
internal sealed class ReportFile(string path)
{
    private readonly JsonElement _root = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;

    public long this[string name] => _root.GetProperty(name).GetInt64();

    public double Seconds => _root.GetProperty("seconds").GetDouble();

    public IReadOnlyDictionary<string, long> DifferencesByCrm => _root.GetProperty("crms").EnumerateArray()
        .ToDictionary(crm => crm.GetProperty("crm").GetString()!, crm => crm.GetProperty("differences").GetInt64());

    public IReadOnlyDictionary<string, long> Causes =>
        _root.GetProperty("issuesByCause").EnumerateObject().ToDictionary(cause => cause.Name, cause => cause.Value.GetInt64());
}

namespace CrmMapping.Emulators;

/// <summary>Defines a person field of the emulated company.</summary>
/// <param name="Name">The name that people see.</param>
/// <param name="Type">The type, such as <c>varchar</c>, <c>text</c>, <c>double</c>, <c>enum</c>, <c>set</c>, <c>date</c>, <c>user</c>.</param>
public sealed record PipedriveField(string Name, string Type)
{
    /// <summary>Gets the code by which requests name the field: 40 hexadecimal digits for a custom one.</summary>
    /// <value>The default is empty: it is made up when the field is added.</value>
    public string Code { get; init; } = "";

    /// <summary>Gets the options of an <c>enum</c> or <c>set</c>.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<PipedriveOption> Options { get; init; } = [];

    /// <summary>Gets whether an admin made the field.</summary>
    /// <value>The default is true.</value>
    public bool IsCustom { get; init; } = true;
}

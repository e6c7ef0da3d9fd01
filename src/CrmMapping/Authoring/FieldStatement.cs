namespace CrmMapping;

/// <summary>Holds what was said of a local field, right or wrong.</summary>
internal class FieldStatement(string expression, LocalField? field)
{
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    /// <summary>Gets the property as it was written.</summary>
    public string Expression { get; } = expression;

    /// <summary>Gets the property; null when the expression names none.</summary>
    public LocalField? Field { get; } = field;

    /// <summary>Gets who says it: a preset or the developer.</summary>
    public MappingOrigin Origin { get; init; } = MappingOrigin.Developer;

    public FieldType? Type { get; set; }

    public string? Label { get; set; }

    public int? MaxLength { get; set; }

    /// <summary>Gets the pairs of words that cannot be said together, or the same word twice.</summary>
    public List<(string First, string Second)> Clashes { get; } = [];

    /// <summary>Tells whether another statement is about the same property.</summary>
    public bool IsAbout(FieldStatement other) => Field is not null && Field.Name == other.Field?.Name;

    /// <summary>Notes that a word was said about a matter of which only one word may be said.</summary>
    public void Say(string word, string? about = null)
    {
        if (!_said.TryAdd(about ?? word, word))
        {
            Clashes.Add((_said[about ?? word], word));
        }
    }
}

namespace CrmMapping;

/// <summary>Speaks the words about a local field into its statement.</summary>
internal abstract class FieldWords<TSelf>(FieldStatement statement) : ILocalFieldWords<TSelf>
{
    protected abstract TSelf Self { get; }

    public TSelf As(FieldType type)
    {
        statement.Say($"As({type})", about: "As");
        statement.Type = type;
        return Self;
    }

    public TSelf Label(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        statement.Say("Label");
        statement.Label = text;
        return Self;
    }

    public TSelf MaxLength(int characters)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(characters);
        statement.Say("MaxLength");
        statement.MaxLength = characters;
        return Self;
    }
}

using System.Text;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Is where a list goes on, in a text that means nothing to clients.</summary>
internal readonly record struct Cursor(string Sort, long At, long Id)
{
    public static Cursor? Read(string? text, string sort)
    {
        if (text is null)
            return null;
        try
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(text)).Split('|');
            return parts is [var sorted, var at, var id] && sorted == sort ? new Cursor(sort, long.Parse(at), long.Parse(id)) : throw Invalid();
        }
        catch (FormatException)
        {
            throw Invalid();
        }
    }

    public override string ToString() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Sort}|{At}|{Id}"));

    private static PipedriveProblem Invalid() => PipedriveProblem.Invalid("Validation failed: cursor: Invalid cursor");
}

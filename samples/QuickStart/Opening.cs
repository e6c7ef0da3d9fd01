namespace QuickStart;

/// <summary>Says what the account is filled with, and what a file's columns are taken for, before anything begins.</summary>
internal static class Opening
{
    public static void Show(RunSettings run, Screen screen)
    {
        if (run.Contacts is not { } file)
        {
            return;
        }

        var contacts = ContactFile.Open(file);
        screen.Title($"{file.Name}: {contacts.Summary}");
        foreach (var column in contacts.Columns.Where(column => column.Property is not null))
        {
            screen.Line($"  {OneLine.Of(column.Name)} → {column.Property}");
        }

        var left = contacts.Columns.Where(column => column.Property is null && column.Name.Length > 0).Select(column => OneLine.Of(column.Name)).ToList();
        if (left.Count > 0)
        {
            screen.Line($"  left out: {string.Join(", ", left)}");
        }
    }
}

namespace QuickStart;

/// <summary>Says what the account is filled with, and what a file's columns are taken for, before anything begins.</summary>
internal static class Opening
{
    private const int MostLeftOut = 30;
    private const int LongestName = 40;

    private static readonly string[] Keys = [nameof(Contact.Phone), nameof(Contact.MobilePhone), nameof(Contact.Email)];

    public static void Show(RunSettings run, Screen screen)
    {
        if (run.Contacts is not { } file)
        {
            return;
        }

        var contacts = ContactFile.Open(file);
        var taken = contacts.Columns.Where(column => column.Property is not null).ToList();
        screen.Title($"{file.Name}: {contacts.Summary}");
        var width = taken.Max(column => Name(column).Length);
        foreach (var column in taken)
        {
            screen.Line($"  {Name(column).PadRight(width)} → {run.Crms[0].Fields.GetValueOrDefault(column.Property!, column.Property!)}");
        }

        if (!taken.Exists(column => Keys.Contains(column.Property)))
        {
            screen.Line("  no column holds a phone number or an e-mail address, so no record is recognised by them");
        }

        ShowLeftOut([.. contacts.Columns.Where(column => column.Property is null && column.Name.Length > 0).Select(Name)], screen);
        screen.Line();
    }

    private static void ShowLeftOut(List<string> names, Screen screen)
    {
        if (names.Count > 0)
        {
            var more = names.Count > MostLeftOut ? $" and {names.Count - MostLeftOut:N0} more" : "";
            screen.Paragraph(2, $"left out: {string.Join(", ", names.Take(MostLeftOut))}{more}");
        }
    }

    private static string Name(Column column) => Printable.Short(OneLine.Of(column.Name), LongestName);
}

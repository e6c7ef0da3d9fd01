using System.Globalization;
using NodaTime;

namespace CrmMapping.Aircall;

/// <summary>Says where the reading of calls goes on: at a page of those that began at or after a second.</summary>
/// <param name="From">The second, since 1970.</param>
/// <param name="Page">The page, from 1.</param>
internal readonly record struct CallCursor(long From, int Page)
{
    /// <summary>Reads a cursor; without one the reading begins at an instant.</summary>
    /// <exception cref="CrmException">The cursor is none.</exception>
    public static CallCursor Read(Connection connection, Instant since, string? cursor)
    {
        if (cursor is null)
        {
            return new CallCursor(Math.Max(0, since.ToUnixTimeSeconds()), 1);
        }

        return cursor.Split(':') is [var from, var page]
            && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new CallCursor(second, number)
            : throw new CrmException(
                CrmFailure.Refused, connection.Name, "The place where the reading of calls was to go on cannot be read. Begin again without it.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}:{Page}");
}

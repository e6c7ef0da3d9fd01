namespace CrmMapping.Emulators.HighLevel;

/// <summary>Tells bearer tokens apart.</summary>
internal enum TokenKind
{
    Unknown,
    Private,
    Location,
    Agency,
}

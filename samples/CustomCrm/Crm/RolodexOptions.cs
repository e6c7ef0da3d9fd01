namespace CustomCrm;

/// <summary>Says how Rolodex is opened.</summary>
internal sealed record RolodexOptions(string Token, bool MayWrite = true);

namespace CrmMapping;

/// <summary>Names how the two sides of a scenario stand to each other at its beginning.</summary>
internal enum StoryBeginning
{
    Linked,
    FirstLink,
    OnlyLocal,
    OnlyInCrm,
}

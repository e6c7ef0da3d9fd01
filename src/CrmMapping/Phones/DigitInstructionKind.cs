namespace CrmMapping;

internal enum DigitInstructionKind
{
    /// <summary>Takes one digit.</summary>
    Digit,

    /// <summary>Goes on elsewhere.</summary>
    Jump,

    /// <summary>Tries the next instruction, and on failure goes on elsewhere.</summary>
    Split,

    /// <summary>Notes the start or end of a group.</summary>
    Mark,

    /// <summary>Fails unless all digits are taken.</summary>
    End,

    /// <summary>Succeeds.</summary>
    Match,
}

namespace CrmMapping;

/// <summary>One step of a <see cref="DigitPattern"/>.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Operand">The digits taken, one bit each; the target; or the mark to set.</param>
internal readonly record struct DigitInstruction(DigitInstructionKind Kind, int Operand)
{
    public bool Takes(int digit) => (Operand >> digit & 1) != 0;
}

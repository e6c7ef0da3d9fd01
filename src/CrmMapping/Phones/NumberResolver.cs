namespace CrmMapping;

/// <summary>Splits dialled digits into calling code and national number, as libphonenumber's parser does.</summary>
/// <remarks>
/// A national number is written with a trunk prefix that is no part of it, an international one behind a prefix that
/// depends on where one dials, and people add, drop and double them. The order of the steps is libphonenumber's.
/// </remarks>
internal static class NumberResolver
{
    private const int MinNational = 2;
    private const int MaxNational = 17;
    private const int StripRoom = 64;

    /// <summary>How much room resolving takes.</summary>
    public const int RoomLength = 2 * StripRoom;

    public static bool TryResolve(
        in WrittenNumber number, NumberingPlans plans, string? region, Span<byte> room, out ResolvedNumber resolved)
    {
        resolved = default;
        var home = region is null ? null : plans.FindRegion(region);
        if (!TrySplit(number, plans, home, room[..StripRoom], out var code, out var national))
            return false;

        var plan = code?.Main ?? home;
        code ??= home?.CallingCode;
        if (code is null || plan is null || national.Length < MinNational)
            return false;

        var stripped = plan.WithoutNationalPrefix(national, room[StripRoom..]);
        if (plan.Lengths.Contains(stripped.Length) || stripped.Length > plan.Lengths.Max)
            national = stripped;

        resolved = new ResolvedNumber(code.Digits, national);
        return national.Length is >= MinNational and <= MaxNational && code.IsValid(national);
    }

    /// <summary>Takes the calling code off; with none written, <paramref name="code"/> stays null.</summary>
    private static bool TrySplit(
        in WrittenNumber number, NumberingPlans plans, NumberingPlan? home, Span<byte> room,
        out CallingCode? code, out ReadOnlySpan<byte> national)
    {
        if (!number.HasPlus)
            return TrySplitDialled(number.Digits, plans, home, room, out code, out national);

        if (number.Digits.Length <= MinNational)
        {
            code = null;
            national = [];
            return false;
        }

        // Behind a plus that no calling code follows, "+011 44 ...", the rest is read as if dialled.
        return plans.TryTakeCallingCode(number.Digits, out code, out national) ||
            (TrySplitDialled(number.Digits, plans, home, room, out code, out national) && code is not null);
    }

    private static bool TrySplitDialled(
        ReadOnlySpan<byte> digits, NumberingPlans plans, NumberingPlan? home, Span<byte> room,
        out CallingCode? code, out ReadOnlySpan<byte> national)
    {
        code = null;
        national = digits;
        if (home is null)
            return true;

        if (home.TryTakeInternationalPrefix(digits, out var abroad))
            return abroad.Length > MinNational && plans.TryTakeCallingCode(abroad, out code, out national);

        var own = home.CallingCode;
        if (!digits.StartsWith(own.Digits))
            return true;

        var shorter = home.WithoutNationalPrefix(digits[own.Digits.Length..], room);
        var codeWasMeant = (!home.IsPlausible(digits) && home.IsPlausible(shorter)) || digits.Length > home.Lengths.Max;
        if (codeWasMeant)
        {
            code = own;
            national = shorter;
        }

        return true;
    }
}

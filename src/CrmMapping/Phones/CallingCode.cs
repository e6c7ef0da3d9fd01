namespace CrmMapping;

/// <summary>A country calling code and the regions that share it, the main one first.</summary>
internal sealed class CallingCode
{
    private readonly List<NumberingPlan> _plans = [];
    private readonly byte[] _digits;

    public CallingCode(ReadOnlySpan<char> code)
    {
        _digits = new byte[code.Length];
        for (var i = 0; i < code.Length; i++)
            _digits[i] = (byte)(code[i] - '0');
    }

    public ReadOnlySpan<byte> Digits => _digits;

    public NumberingPlan Main => _plans[0];

    public void Add(NumberingPlan plan) => _plans.Add(plan);

    /// <summary>Whether the region that a national number belongs to has such numbers.</summary>
    public bool IsValid(ReadOnlySpan<byte> national)
    {
        if (_plans.Count == 1)
            return Main.IsValid(national);

        // A region known by its leading digits owns them: what it does not assign, nobody does.
        foreach (var plan in _plans)
        {
            if (plan.Claims(national) is { } claimed)
            {
                if (claimed)
                    return plan.IsValid(national);
            }
            else if (plan.IsValid(national))
            {
                return true;
            }
        }

        return false;
    }
}

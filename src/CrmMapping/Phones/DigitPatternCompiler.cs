namespace CrmMapping;

/// <summary>Compiles one pattern, by recursive descent.</summary>
internal sealed class DigitPatternCompiler(string pattern)
{
    private const int AnyDigit = 0x3FF;

    private readonly List<DigitInstruction> _code = [];
    private int _at;
    private int _groups;

    public DigitInstruction[] Compile(out int groups)
    {
        Alternatives();
        if (_at < pattern.Length)
            throw Unknown();

        Emit(DigitInstructionKind.Match);
        groups = _groups;
        return [.. _code];
    }

    private void Alternatives()
    {
        List<int> jumps = [];
        while (IsFollowedByAlternative())
        {
            var split = Emit(DigitInstructionKind.Split);
            Sequence();
            jumps.Add(Emit(DigitInstructionKind.Jump));
            PointHere(split);
            _at++;
        }

        Sequence();
        jumps.ForEach(PointHere);
    }

    private void Sequence()
    {
        while (_at < pattern.Length && pattern[_at] is not ('|' or ')'))
            Repeated();
    }

    // What is repeated is read and emitted again for each time it may occur.
    private void Repeated()
    {
        var start = _at;
        SkipAtom();
        var (min, max) = Quantifier();
        var after = _at;
        var groups = _groups;

        List<int> splits = [];
        for (var time = 0; time < max; time++)
        {
            if (time >= min)
                splits.Add(Emit(DigitInstructionKind.Split));
            _at = start;
            _groups = groups;
            Atom();
        }

        splits.ForEach(PointHere);
        _at = after;
    }

    private (int Min, int Max) Quantifier()
    {
        switch (_at < pattern.Length ? pattern[_at] : '\0')
        {
            case '?':
                _at++;
                return (0, 1);
            case '{':
                _at++;
                var min = Number();
                var max = min;
                if (pattern[_at] == ',')
                {
                    _at++;
                    max = Number();
                }

                _at++;
                return (min, max);
            default:
                return (1, 1);
        }
    }

    private int Number()
    {
        var number = 0;
        for (; char.IsAsciiDigit(pattern[_at]); _at++)
            number = number * 10 + pattern[_at] - '0';
        return number;
    }

    private void Atom()
    {
        switch (pattern[_at++])
        {
            case >= '0' and <= '9' and var digit:
                Emit(DigitInstructionKind.Digit, 1 << (digit - '0'));
                break;
            case '\\' when pattern[_at] == 'd':
                _at++;
                Emit(DigitInstructionKind.Digit, AnyDigit);
                break;
            case '[':
                Emit(DigitInstructionKind.Digit, Class());
                break;
            case '$':
                Emit(DigitInstructionKind.End);
                break;
            case '(':
                Group();
                break;
            default:
                _at--;
                throw Unknown();
        }
    }

    private int Class()
    {
        var digits = 0;
        for (; pattern[_at] != ']'; _at++)
        {
            if (pattern[_at] == '\\' && pattern[_at + 1] == 'd')
            {
                digits = AnyDigit;
                _at++;
                continue;
            }

            if (!char.IsAsciiDigit(pattern[_at]))
                throw Unknown();

            var from = pattern[_at];
            if (pattern[_at + 1] == '-')
                _at += 2;
            for (var digit = from; digit <= pattern[_at]; digit++)
                digits |= 1 << (digit - '0');
        }

        _at++;
        return digits;
    }

    private void Group()
    {
        if (pattern.AsSpan(_at).StartsWith("?:", StringComparison.Ordinal))
        {
            _at += 2;
            Alternatives();
        }
        else
        {
            var mark = 2 * _groups++;
            Emit(DigitInstructionKind.Mark, mark);
            Alternatives();
            Emit(DigitInstructionKind.Mark, mark + 1);
        }

        if (_at == pattern.Length || _groups > DigitPattern.MaxGroups)
            throw Unknown();
        _at++;
    }

    private void SkipAtom()
    {
        var depth = 0;
        do
        {
            depth += pattern[_at] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            _at += pattern[_at] == '\\' ? 2 : 1;
        }
        while (depth > 0 && _at < pattern.Length);
    }

    private bool IsFollowedByAlternative()
    {
        var depth = 0;
        for (var i = _at; i < pattern.Length && depth >= 0; i++)
        {
            if (depth == 0 && pattern[i] == '|')
                return true;
            depth += pattern[i] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return false;
    }

    private int Emit(DigitInstructionKind kind, int operand = 0)
    {
        _code.Add(new DigitInstruction(kind, operand));
        return _code.Count - 1;
    }

    private void PointHere(int instruction) =>
        _code[instruction] = _code[instruction] with { Operand = _code.Count };

    private FormatException Unknown() => new(
        $"The numbering pattern '{pattern}' holds at {_at} what is not understood. Digits, \\d, classes, groups, |, ?, " +
        $"{{n}}, {{n,m}}, $ and up to {DigitPattern.MaxGroups} capturing groups are.");
}

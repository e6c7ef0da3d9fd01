namespace CrmMapping;

/// <summary>
/// Builds the table of an automaton, each state of which is a set of places in the patterns' instructions.
/// </summary>
internal sealed class DigitAutomatonBuilder
{
    private readonly DigitInstruction[] _code;
    private readonly int[] _starts;
    private readonly Dictionary<string, ushort> _states = [];
    private readonly List<string> _unexplored = [];
    private readonly List<ushort> _next = [];
    private readonly List<uint> _matches = [];

    public DigitAutomatonBuilder(string[] patterns)
    {
        List<DigitInstruction> code = [];
        _starts = new int[patterns.Length];
        for (var i = 0; i < patterns.Length; i++)
        {
            _starts[i] = code.Count;
            foreach (var instruction in DigitPattern.Parse(patterns[i]).Code)
                code.Add(Moved(instruction, _starts[i], i));
        }

        _code = [.. code];
    }

    public DigitAutomaton Build()
    {
        StateOf([]);
        StateOf(Closure(_starts));
        for (var state = 0; state < _unexplored.Count; state++)
        {
            for (var digit = 0; digit < 10; digit++)
                _next.Add(StateOf(After(_unexplored[state], digit)));
        }

        return new DigitAutomaton([.. _next], [.. _matches]);
    }

    private static DigitInstruction Moved(DigitInstruction instruction, int by, int pattern) => instruction.Kind switch
    {
        DigitInstructionKind.Jump or DigitInstructionKind.Split =>
            instruction with { Operand = instruction.Operand + by },
        DigitInstructionKind.Match => instruction with { Operand = pattern },
        _ => instruction,
    };

    private SortedSet<int> After(string places, int digit)
    {
        List<int> reached = [];
        foreach (var place in places)
        {
            if (_code[place] is { Kind: DigitInstructionKind.Digit } instruction && instruction.Takes(digit))
                reached.Add(place + 1);
        }

        return Closure(reached);
    }

    // Only the places that take a digit or match make a state; the rest are ways to get there.
    private SortedSet<int> Closure(IEnumerable<int> places)
    {
        SortedSet<int> closure = [];
        HashSet<int> seen = [];
        Stack<int> open = new(places);
        while (open.TryPop(out var place))
        {
            if (!seen.Add(place))
                continue;

            var instruction = _code[place];
            switch (instruction.Kind)
            {
                case DigitInstructionKind.Digit or DigitInstructionKind.Match:
                    closure.Add(place);
                    break;
                case DigitInstructionKind.Jump:
                    open.Push(instruction.Operand);
                    break;
                case DigitInstructionKind.Split:
                    open.Push(place + 1);
                    open.Push(instruction.Operand);
                    break;
                case DigitInstructionKind.Mark:
                    open.Push(place + 1);
                    break;
                default:
                    throw new FormatException(
                        "A pattern for whole numbers holds '$'. It matches whole numbers anyway: drop it.");
            }
        }

        return closure;
    }

    private ushort StateOf(SortedSet<int> places)
    {
        var key = string.Create(places.Count, places, static (text, places) =>
        {
            var i = 0;
            foreach (var place in places)
                text[i++] = checked((char)place);
        });

        if (_states.TryGetValue(key, out var state))
            return state;

        state = checked((ushort)_states.Count);
        _states.Add(key, state);
        _unexplored.Add(key);
        _matches.Add(places.Where(place => _code[place].Kind == DigitInstructionKind.Match)
            .Aggregate(0u, (bits, place) => bits | 1u << _code[place].Operand));
        return state;
    }
}

namespace CrmMapping;

/// <summary>Reads <c>NumberingPlans.txt</c>, whose format stands in the README beside it.</summary>
internal static class NumberingPlansFile
{
    private const string ResourceName = "CrmMapping.NumberingPlans.txt";

    public static NumberingPlans Load()
    {
        using var stream = typeof(NumberingPlansFile).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException(
                $"'{ResourceName}' is missing from the assembly. Build CrmMapping with its embedded resources.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    private static NumberingPlans Read(StreamReader reader)
    {
        var plans = new NumberingPlans();
        CallingCode? code = null;
        NumberingPlanFacts? facts = null;

        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;

            if (line.StartsWith('+'))
            {
                code = new CallingCode(line.AsSpan(1));
                plans.Add(code, line.AsSpan(1));
                continue;
            }

            var (key, value) = Cut(line);
            if (key == "region")
            {
                facts = new NumberingPlanFacts();
                var plan = new NumberingPlan(code!, facts);
                code!.Add(plan);
                plans.Add(plan, value);
            }
            else
            {
                Note(facts!, key, value);
            }
        }

        return plans;
    }

    private static void Note(NumberingPlanFacts facts, string key, string value)
    {
        switch (key)
        {
            case "idd":
                facts.InternationalPrefix = value;
                break;
            case "prefix":
                facts.NationalPrefix = value;
                break;
            case "transform":
                facts.Transform = value;
                break;
            case "leading":
                facts.LeadingDigits = value;
                break;
            case "general":
                (facts.Lengths, facts.General) = Pattern(value);
                break;
            default:
                var (lengths, pattern) = Pattern(value);
                facts.Types.Add(new NumberType(lengths, pattern));
                break;
        }
    }

    private static (LengthSet Lengths, string Pattern) Pattern(string value)
    {
        var (lengths, pattern) = Cut(value);
        return (LengthSet.Parse(lengths), pattern);
    }

    private static (string Key, string Value) Cut(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return (line[..space], line[(space + 1)..]);
    }
}

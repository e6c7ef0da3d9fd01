using CrmMapping.Outcomes;
using NodaTime;

namespace CrmMapping;

/// <summary>Says which outcome calls have: a default for each situation, and rules for tags. Names are those that people see.</summary>
/// <remarks>Used by one thread, while services are registered, and then thrown away. What is wrong is said all at once when it is built.</remarks>
public sealed class CallOutcomesBuilder
{
    private readonly List<WrittenDefault> _defaults = [];
    private readonly List<TagRuleStart> _rules = [];
    private Duration _delay = OutcomeRules.None.Delay;

    /// <summary>Gives a situation its outcome, which holds unless tags overrule it.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="outcome">The outcome's label in the CRM, or its id. A situation of which nothing is said has none.</param>
    /// <returns>The same builder.</returns>
    public CallOutcomesBuilder Default(CallSituation situation, string outcome)
    {
        _defaults.Add(new WrittenDefault(situation, outcome));
        return this;
    }

    /// <summary>Begins the rule of a tag; <c>To</c> ends it.</summary>
    /// <param name="tag">The tag's name.</param>
    /// <returns>Where the sentence goes on.</returns>
    public ITagRuleStart MapTag(string tag)
    {
        var start = new TagRuleStart(this, tag);
        _rules.Add(start);
        return start;
    }

    /// <summary>Says how much later than admins call logging sees outcomes that the CRM created, renamed or deleted.</summary>
    /// <param name="delay">How much later, from zero on; the default is an hour.</param>
    /// <returns>The same builder.</returns>
    public CallOutcomesBuilder Delay(Duration delay)
    {
        _delay = delay;
        return this;
    }

    /// <summary>Makes what was said; the builder is used up.</summary>
    /// <returns>The defaults and rules, by the names that were written.</returns>
    /// <exception cref="CrmMappingConfigurationException">Something is wrong; every mistake is in it.</exception>
    public CallOutcomes Build()
    {
        var mistakes = new List<MappingMistake>();
        var outcomes = Build(mistakes);
        return mistakes.Count == 0 ? outcomes : throw new CrmMappingConfigurationException(mistakes);
    }

    internal CallOutcomes Build(List<MappingMistake> mistakes)
    {
        mistakes.AddRange(CallOutcomesCheck.Find(_defaults, _rules, _delay));
        return new CallOutcomes
        {
            Defaults = _defaults.ToEquatableArray(),
            Rules = _rules.Select(static rule => new WrittenRule(rule.Tag, rule.Outcome)).ToEquatableArray(),
            Delay = _delay,
        };
    }
}

namespace CrmMapping.Outcomes;

/// <summary>Names why a call has its outcome.</summary>
public enum OutcomeReason
{
    /// <summary>The default applies: no tag of the call has a rule.</summary>
    NoMappedTag,

    /// <summary>The default applies: tags of the call have rules, but call logging goes by none of them, not yet or no more.</summary>
    NoRuleInForce,

    /// <summary>The default applies: the rules of the call's tags give several distinct outcomes.</summary>
    AmbiguousTags,

    /// <summary>The rules of the call's tags give one outcome, which overrules the default.</summary>
    Rule,
}

namespace CrmMapping;

/// <summary>Goes on after <c>MapTag</c>.</summary>
public interface ITagRuleStart
{
    /// <summary>Gives the outcome that calls with the tag have.</summary>
    /// <param name="outcome">The outcome's label in the CRM, or its id.</param>
    /// <returns>The builder, for what else is to be said.</returns>
    CallOutcomesBuilder To(string outcome);
}

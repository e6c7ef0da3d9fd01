namespace CrmMapping;

/// <summary>Settles conflicts. Pure and safe to share between threads.</summary>
public static class ConflictResolver
{
    /// <summary>Decides who wins a field that changed on both sides.</summary>
    /// <param name="conflict">What is known of it.</param>
    /// <returns>The winner, the reason and the evidence.</returns>
    /// <remarks>A winner whose blank may not overwrite a value gives way to the other side.</remarks>
    public static ConflictDecision Resolve(in FieldConflict conflict)
    {
        var decision = conflict.Mapping.Conflict.Decide(conflict);
        var givesWay = decision.Winner switch
        {
            ConflictWinner.Local => conflict.Local.IsBlank && conflict.Mapping.BlankToCrm == BlankRule.Never,
            ConflictWinner.Crm => conflict.Crm.IsBlank && conflict.Mapping.BlankToLocal == BlankRule.Never,
            _ => false,
        };
        if (!givesWay)
        {
            return decision;
        }

        var other = decision.Winner == ConflictWinner.Local ? ConflictWinner.Crm : ConflictWinner.Local;
        return decision with { Winner = other, Reason = ConflictReason.OtherIsBlank };
    }
}

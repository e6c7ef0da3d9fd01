using System.Security.Cryptography;
using System.Text;

namespace CrmMapping;

/// <summary>Gives a plan a mark by which it is known again: the same for the same writes of the same values over the same values.</summary>
internal static class PlanMark
{
    public static string Of(Pair pair)
    {
        var text = new StringBuilder()
            .Append(pair.State is PairState.Ended or PairState.Staged).Append('\n').Append(pair.Plan.Kind).Append('\n')
            .Append(pair.LocalId).Append('\n').Append(pair.CrmId).Append('\n');
        foreach (var decision in pair.Plan.Decisions)
        {
            text.Append(decision.Mapping.Local.Key).Append('\n').Append(decision.Written).Append('\n');
            Append(text, decision.Local);
            Append(text, decision.Crm);
            Append(text, decision.NewValue);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // A value may hold line ends: its length keeps it apart from the next.
    private static void Append(StringBuilder text, FieldValue value) =>
        text.Append(value.Text?.Length ?? -1).Append(':').Append(value.Text).Append('\n');
}

#pragma warning disable CS1591 // The names of tests are sentences.
using System.Text.RegularExpressions;

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    /// <summary>What is told has a sentence that says what is wrong, and one after it that says what to do or what happens next.</summary>
    [GeneratedRegex(@"^.+[.:] .+\.$", RegexOptions.Singleline)]
    private static partial Regex WithRemedy();

    private static async Task<CrmException> FailsAsync(OpenAccount crm, CrmFailure failure, Func<ICrmSession, Task> ask) =>
        Told(crm, failure, await Assert.ThrowsAsync<CrmException>(() => ask(crm.Session)));

    private static CrmException Told(OpenAccount crm, CrmFailure failure, CrmException failed)
    {
        var name = crm.Account.Connection.Name;
        Assert.Equal((failure, name), (failed.Failure, failed.Connection));
        Assert.StartsWith($"{name}: ", failed.Message, StringComparison.Ordinal);
        Assert.Matches(WithRemedy(), failed.Message[(name.Length + 2)..]);
        TellsNoSecret(crm, failed.ToString());
        return failed;
    }

    // No secret, and nothing of a contact that a test made.
    private static void TellsNoSecret(OpenAccount crm, params IEnumerable<string?> told)
    {
        var all = string.Join('\n', [.. told, .. crm.Account.Logged]);
        Assert.All(crm.Account.Secrets, secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"person\d+@example\.com|Person\d|\btext \d|\+1215\d{7}", all);
    }
}

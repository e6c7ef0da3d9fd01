namespace CrmMapping;

/// <summary>Finds every mistake in the telephony accounts that were declared in code.</summary>
internal static class TelephonyCheck
{
    public static IEnumerable<MappingMistake> Find(IReadOnlyList<DeclaredTelephony> declared, IEnumerable<ITelephonyAdapter> adapters)
    {
        List<string> known = [.. adapters.Select(static adapter => adapter.Kind)];
        return
        [
            .. declared.GroupBy(static one => one.Account.Name, StringComparer.Ordinal)
                .Where(static group => group.Count() > 1).Select(static group => Mistakes.TelephonyNamedTwice(group.Key)),
            .. declared.Where(one => !known.Contains(one.Account.Kind))
                .Select(one => Mistakes.UnknownTelephony(one.Account.Name, one.Account.Kind, known)),
            .. declared.SelectMany(static one => OfCredentials(one.Account.Name, one.Credentials)),
        ];
    }

    private static IEnumerable<MappingMistake> OfCredentials(string account, TelephonyCredentials credentials)
    {
        if (string.IsNullOrWhiteSpace(credentials.Secret))
        {
            yield return Mistakes.NoTelephonySecret(account, nameof(TelephonyCredentials.Secret));
        }

        if (credentials.KeyId is { } id && string.IsNullOrWhiteSpace(id))
        {
            yield return Mistakes.NoTelephonySecret(account, nameof(TelephonyCredentials.KeyId));
        }

        if (credentials.WebhookTokens.Any(string.IsNullOrWhiteSpace))
        {
            yield return Mistakes.NoTelephonySecret(account, nameof(TelephonyCredentials.WebhookTokens));
        }
    }
}

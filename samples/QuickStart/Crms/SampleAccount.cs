namespace QuickStart;

/// <summary>Names an account and what opens it.</summary>
/// <param name="Crm">Its CRM.</param>
/// <param name="Address">Where it is asked.</param>
/// <param name="Token">What opens it.</param>
/// <param name="WebhookSecret">What proves its webhooks; null where they are not listened to.</param>
/// <param name="SearchLag">How long its search may not know of a change; null where the CRM's usual one counts.</param>
internal sealed record SampleAccount(SampleCrm Crm, Uri Address, string Token, string? WebhookSecret = null, TimeSpan? SearchLag = null);

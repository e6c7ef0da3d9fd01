namespace CrmMapping.Pipedrive.Tests;

public sealed class Options_with_mistakes
{
    [Fact, Trait("Rule", "S5")]
    public void Are_told_of_all_at_once() => Mistakes(static options =>
    {
        options.BaseAddress = new Uri("http://acme.pipedrive.com");
        options.OAuthAddress = new Uri("https://oauth.pipedrive.com/oauth/token");
        options.ApiToken = "two words";
        options.ClientId = "id";
        options.ExternalIdField = "host_id";
        options.WebhookUser = "crm:user";
        options.SearchLag = TimeSpan.FromHours(2);
        options.RequestTimeout = TimeSpan.Zero;
        options.Patience = TimeSpan.FromSeconds(-1);
        options.RequestsPerTwoSeconds = 0;
    }).Select(static mistake => mistake.Split(':')[0]).Should().Equal(
        "Pipedrive, 'BaseAddress'", "Pipedrive, 'OAuthAddress'", "Pipedrive, 'ExternalIdField'", "Pipedrive, 'ApiToken'",
        "Pipedrive, 'ClientId' and 'ClientSecret'", "Pipedrive, 'WebhookUser' and 'WebhookPassword'", "Pipedrive, 'WebhookUser'",
        "Pipedrive, 'SearchLag'", "Pipedrive, 'RequestTimeout'", "Pipedrive, 'Patience'",
        "Pipedrive, 'RequestsPerTwoSeconds' and 'SearchesPerTwoSeconds'");

    [Fact]
    public void Are_none_by_default() => Mistakes(static _ => { }).Should().BeEmpty();

    private static IEnumerable<string> Mistakes(Action<PipedriveOptions> configure)
    {
        var options = new PipedriveOptions();
        configure(options);
        return new PipedriveOptionsValidator().Validate(null, options).Failures ?? [];
    }
}

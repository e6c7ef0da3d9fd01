using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.Tests.DependencyInjection;

public sealed class Telephony_accounts_of_a_host
{
    private static readonly TelephonyAccount Acme = new("Acme", InventedPhones.KindName);
    private static readonly TelephonyAccount Other = new("Other", InventedPhones.KindName, "north");
    private static readonly TelephonyCredentials Credentials = new() { KeyId = "id", Secret = "s3cret", WebhookTokens = ["t0ken"] };

    [Fact]
    public async Task Are_those_that_were_added_in_however_many_calls()
    {
        var accounts = Accounts(new ServiceCollection()
            .AddCrmMapping(static crm => crm.AddTelephony(Acme, Credentials))
            .AddCrmMapping(static crm => crm.AddTelephony(Other, Credentials with { KeyId = null })));

        (await accounts.ReadAllAsync(default)).Should().Equal(Acme, Other);
        (await accounts.FindCredentialsAsync(Acme, default)).Should().Be(Credentials);
        (await accounts.FindCredentialsAsync(Other, default)).Should().Be(Credentials with { KeyId = null });
    }

    [Fact]
    public async Task Are_none_that_were_not_added()
    {
        var accounts = Accounts(new ServiceCollection().AddCrmMapping(static _ => { }));

        (await accounts.ReadAllAsync(default)).Should().BeEmpty();
        (await accounts.FindCredentialsAsync(Acme, default)).Should().BeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Are_the_hosts_own_where_it_brings_them(bool before)
    {
        var own = new OwnAccounts();
        var services = new ServiceCollection();
        if (before)
        {
            services.AddSingleton<ITelephonyAccounts>(own);
        }

        services.AddCrmMapping(static crm => crm.AddTelephony(Acme, Credentials));
        if (!before)
        {
            services.AddSingleton<ITelephonyAccounts>(own);
        }

        Accounts(services).Should().BeSameAs(own);
    }

    [Fact, Trait("Rule", "S3")]
    public void Print_nothing_that_opens_them() =>
        $"{Credentials} {new { Acme, Credentials }}".Should().NotContain("s3cret").And.NotContain("t0ken").And.NotContain("id,");

    private static ITelephonyAccounts Accounts(IServiceCollection services) => services.BuildServiceProvider().GetRequiredService<ITelephonyAccounts>();

    private sealed class OwnAccounts : ITelephonyAccounts
    {
        public ValueTask<IReadOnlyList<TelephonyAccount>> ReadAllAsync(CancellationToken cancellationToken) => new([Acme]);

        public ValueTask<TelephonyCredentials?> FindCredentialsAsync(TelephonyAccount account, CancellationToken cancellationToken) => new(Credentials);
    }
}

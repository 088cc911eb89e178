using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactCenter.Accounts;

/// <summary>Registers accounts and HTTP Basic.</summary>
internal static class AccountRegistration
{
    /// <summary>
    /// Adds the accounts of <c>ContactCenter:Accounts</c>, the demo accounts if <c>ContactCenter:SeedDemo</c> or the environment asks for them, and HTTP Basic.
    /// </summary>
    /// <exception cref="InvalidOperationException">An account breaks a rule, or demo accounts are asked for on an address that others can reach.</exception>
    public static void AddAccounts(this IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var decision = DemoDecision.Make(
            configuration.GetValue<bool?>("ContactCenter:SeedDemo"), builder.Environment.IsDevelopment(), ListeningAddresses.From(configuration));
        var configured = configuration.GetSection("ContactCenter:Accounts").Get<List<AccountOptions>>() ?? [];

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(decision);
        builder.Services.AddSingleton(new AccountDirectory([.. configured.Select(account => account.ToAccount()), .. decision.Seed ? DemoAccounts.Create() : []]));
        builder.Services.AddSingleton(static services => new CredentialVerifier(services.GetRequiredService<AccountDirectory>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddHostedService<AccountSynchronizer>();
        builder.Services
            .AddAuthentication(BasicAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BasicAuthenticationHandler>(BasicAuthenticationHandler.SchemeName, configureOptions: null);
    }
}

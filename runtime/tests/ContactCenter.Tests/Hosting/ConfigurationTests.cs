using ContactCenter.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Parley.AspNetCore;
using Parley.Bayeux;

namespace ContactCenter.Tests.Hosting;

public sealed class ConfigurationTests
{
    [Fact]
    public async Task Limits_of_operations_and_notifications_come_from_the_configuration()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Parley:MaxBodyBytes"] = "4096",
            ["Bayeux:Timeout"] = "00:00:07",
            ["Bayeux:AllowedOrigins:0"] = "https://desk.example",
        });
        builder.AddContracts();
        await using var services = builder.Services.BuildServiceProvider();
        Assert.Equal(4096, services.GetRequiredService<IOptions<ParleyOptions>>().Value.MaxBodyBytes);
        var bayeux = services.GetRequiredService<IOptions<BayeuxOptions>>().Value;
        Assert.Equal(TimeSpan.FromSeconds(7), bayeux.Timeout);
        Assert.Contains("https://desk.example", bayeux.AllowedOrigins);
        Assert.Contains("/v2/me/**", bayeux.PrivateChannels);
    }
}

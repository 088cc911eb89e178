using System.Net.Http.Headers;
using Parley.Pacts.StandInBroker.Support;

namespace Parley.Pacts.StandInBroker.Http;

public sealed class CredentialsTests
{
    public static TheoryData<bool, string?, int> Calls => new()
    {
        { false, "Bearer secret", 200 },
        { false, "Bearer wrong", 401 },
        { false, "Basic YTpi", 401 },
        { false, null, 401 },
        { true, "Basic YTpi", 200 },
        { true, "Basic YTpj", 401 },
        { true, null, 401 },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Only_the_credentials_agreed_on_are_accepted(bool basic, string? authorization, int status)
    {
        await using var broker = await BrokerCaller.StartAsync(basic ? StandInBrokerCredentials.Basic("a", "b") : StandInBrokerCredentials.Bearer("secret"));
        broker.Http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        Assert.Equal(status, (await broker.CallAsync(HttpMethod.Get, "/")).Status);
        Assert.Equal(status == 200 ? 404 : 401, (await broker.CallAsync(HttpMethod.Get, "/nowhere")).Status);
    }
}

using ContactCenter.AgentStates;

namespace ContactCenter.Tests.AgentStates;

public sealed class AcceptedVersionTests
{
    private const string Header = "Invalid Accept header!";
    private const string Version = "Invalid api-version! Valid values: 2,3";

    [Theory]
    [InlineData("application/vnd.newvoicemedia.v3+json", null)]
    [InlineData("application/vnd.newvoicemedia.v2+json", null)]
    [InlineData("Application/VND.newvoicemedia.v2+JSON; q=0.9", null)]
    [InlineData("text/html, application/vnd.newvoicemedia.v3+json", null)]
    [InlineData("application/vnd.newvoicemedia.v4+json, application/vnd.newvoicemedia.v3+json", null)]
    [InlineData("application/vnd.newvoicemedia.v4+json", Version)]
    [InlineData("application/vnd.newvoicemedia.v23+json", Version)]
    [InlineData("application/vnd.newvoicemedia.v+json", Header)]
    [InlineData("application/json", Header)]
    [InlineData("*/*", Header)]
    [InlineData("", Header)]
    [InlineData(null, Header)]
    public void Is_2_or_3(string? accept, string? message) => Assert.Equal(message, AcceptedVersion.Refuse(accept));
}

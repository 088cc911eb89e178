using ContactCenter.Provider.Host;
using ContactCenter.Provider.Pacts;
using Parley.ContractTesting;

namespace ContactCenter.Provider;

public sealed class ContactCenterTests(ConsumerPacts pacts) : IClassFixture<ConsumerPacts>
{
    [Fact]
    public async Task The_contact_center_keeps_what_its_consumers_were_promised()
    {
        await using var center = RunningContactCenter.Start();

        var summary = await ContactCenterVerification.VerifyAsync(center, PactSource.Folder(pacts.Folder), TestContext.Current.CancellationToken);

        Assert.True(summary is { Interactions: > 0, Messages: > 0 }, summary.ToString());
    }

    [Theory]
    [InlineData(Fault.RenamedMember)]
    [InlineData(Fault.AlteredStatus)]
    internal async Task A_contact_center_that_breaks_a_promise_is_found_out(Fault fault)
    {
        await using var center = RunningContactCenter.Start(fault);

        await Assert.ThrowsAsync<PactVerificationFailedException>(() =>
            ContactCenterVerification.VerifyAsync(center, PactSource.Folder(pacts.Folder), TestContext.Current.CancellationToken));
    }
}

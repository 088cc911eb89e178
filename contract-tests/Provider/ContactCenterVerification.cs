using System.Net.Http.Headers;
using ContactCenter.Provider.Bayeux;
using ContactCenter.Provider.Host;
using ContactCenter.Provider.States;
using Parley.ContractTesting;

namespace ContactCenter.Provider;

/// <summary>How the contact center is verified, wherever the pacts come from.</summary>
internal static class ContactCenterVerification
{
    public static async Task<VerificationSummary> VerifyAsync(RunningContactCenter center, PactSource pacts, CancellationToken cancellationToken)
    {
        using var caller = Client(RunningContactCenter.Caller);
        using var colleague = Client(RunningContactCenter.Colleague);
        var scene = new Scene(center);
        var verification = ProviderVerification.Of(Parties.ContactCenter, center.Address)
            .WithPacts(pacts)
            .WithOutput(TestContext.Current.TestOutputHelper!.WriteLine)
            .WithHeader("Authorization", RunningContactCenter.Caller.ToString())
            .WithStatesOf(scene, new RawBayeux(caller));
        return await new ContactCenterMessages(scene, new NotificationTap(caller, scene), caller, colleague).AddTo(verification).VerifyAsync(cancellationToken);

        HttpClient Client(AuthenticationHeaderValue authorization)
        {
            var http = new HttpClient { BaseAddress = center.Address };
            http.DefaultRequestHeaders.Authorization = authorization;
            return http;
        }
    }
}

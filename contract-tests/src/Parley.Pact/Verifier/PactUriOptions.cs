namespace Parley.Pacts;

internal sealed class PactUriOptions : IPactUriOptions
{
    private Credentials _credentials = Credentials.None;
    private PublishOptions? _publish;

    public IPactUriOptions BasicAuthentication(string username, string password)
    {
        _credentials = Credentials.Basic(username, password);
        return this;
    }

    public IPactUriOptions TokenAuthentication(string token)
    {
        _credentials = Credentials.Bearer(token);
        return this;
    }

    public IPactUriOptions PublishResults(string providerVersion) => PublishResults(providerVersion, _ => { });

    public IPactUriOptions PublishResults(string providerVersion, Action<IPactBrokerPublishOptions> configure)
    {
        _publish = PublishOptions.Create(providerVersion, configure);
        return this;
    }

    public IPactUriOptions PublishResults(bool condition, string providerVersion) => PublishResults(condition, providerVersion, _ => { });

    public IPactUriOptions PublishResults(bool condition, string providerVersion, Action<IPactBrokerPublishOptions> configure) =>
        condition ? PublishResults(providerVersion, configure) : this;

    public void Apply(VerifierHandle verifier, Uri pact)
    {
        _publish?.Apply(verifier);
        NativeMethods.AddUrlSource(verifier, pact.AbsoluteUri, _credentials.User, _credentials.Password, _credentials.Token);
    }
}

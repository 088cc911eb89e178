using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Pacts;

internal sealed class PactBrokerOptions : IPactBrokerOptions
{
    private static readonly JsonSerializerOptions SelectorSettings = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private Credentials _credentials = Credentials.None;
    private PublishOptions? _publish;
    private bool _pending;
    private DateTime? _includeWipPactsSince;
    private string? _branch;
    private string[] _tags = [];
    private string[] _consumerTags = [];
    private string[] _selectors = [];

    public IPactBrokerOptions BasicAuthentication(string username, string password)
    {
        _credentials = Credentials.Basic(username, password);
        return this;
    }

    public IPactBrokerOptions TokenAuthentication(string token)
    {
        _credentials = Credentials.Bearer(token);
        return this;
    }

    public IPactBrokerOptions EnablePending()
    {
        _pending = true;
        return this;
    }

    public IPactBrokerOptions ProviderBranch(string branch)
    {
        _branch = branch;
        return this;
    }

    public IPactBrokerOptions ProviderTags(params string[] tags)
    {
        _tags = tags;
        return this;
    }

    public IPactBrokerOptions ConsumerTags(params string[] tags)
    {
        _consumerTags = tags;
        return this;
    }

    public IPactBrokerOptions ConsumerVersionSelectors(ICollection<ConsumerVersionSelector> selectors)
    {
        _selectors = [.. selectors.Select(selector => JsonSerializer.Serialize(selector, SelectorSettings))];
        if (Array.IndexOf(_selectors, "{}") is >= 0 and var index)
            throw new ArgumentException($"Selector {index + 1} selects nothing; set one of its members.", nameof(selectors));
        return this;
    }

    public IPactBrokerOptions ConsumerVersionSelectors(params ConsumerVersionSelector[] selectors) =>
        ConsumerVersionSelectors((ICollection<ConsumerVersionSelector>)selectors);

    public IPactBrokerOptions IncludeWipPactsSince(DateTime date)
    {
        _includeWipPactsSince = date;
        return this;
    }

    public IPactBrokerOptions PublishResults(string providerVersion) => PublishResults(providerVersion, _ => { });

    public IPactBrokerOptions PublishResults(string providerVersion, Action<IPactBrokerPublishOptions> configure)
    {
        _publish = PublishOptions.Create(providerVersion, configure);
        return this;
    }

    public IPactBrokerOptions PublishResults(bool condition, string providerVersion) => PublishResults(condition, providerVersion, _ => { });

    public IPactBrokerOptions PublishResults(bool condition, string providerVersion, Action<IPactBrokerPublishOptions> configure) =>
        condition ? PublishResults(providerVersion, configure) : this;

    public void Apply(VerifierHandle verifier, Uri broker)
    {
        _publish?.Apply(verifier);
        var result = NativeMethods.AddBrokerSource(
            verifier, broker.AbsoluteUri, _credentials.User, _credentials.Password, _credentials.Token, _pending ? (byte)1 : (byte)0,
            _includeWipPactsSince?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _tags, (ushort)_tags.Length, _branch, _selectors, (ushort)_selectors.Length, _consumerTags, (ushort)_consumerTags.Length);
        if (result != 0)
            throw new PactFailureException($"The Pact core cannot read the consumer version selectors [{string.Join(", ", _selectors)}] (error {result}).");
    }
}

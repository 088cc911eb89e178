using System.Text.Json;

namespace Parley.Pacts;

/// <inheritdoc cref="IPactVerifier"/>
public sealed class PactVerifier : IPactVerifier, IDisposable
{
    private readonly string _provider;
    private readonly PactVerifierConfig _config;
    private readonly VerifierHandle _verifier;
    private Uri? _http;
    private (MessageScenarios Scenarios, JsonSerializerOptions Settings)? _scenarios;
    private MessageEndpoint? _messages;
    private bool _hasSource;

    /// <summary>Makes a verifier that tells the console.</summary>
    /// <param name="providerName">The provider, as pacts name it.</param>
    public PactVerifier(string providerName)
        : this(providerName, new PactVerifierConfig())
    {
    }

    /// <summary>Makes a verifier.</summary>
    /// <param name="providerName">The provider, as pacts name it.</param>
    /// <param name="config">What it tells, and whom.</param>
    public PactVerifier(string providerName, PactVerifierConfig config)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(providerName);
        ArgumentNullException.ThrowIfNull(config);
        _provider = providerName;
        _config = config;
        PactCore.Start(config.LogLevel);
        _verifier = NativeMethods.NewVerifier("Parley.Pact", typeof(PactVerifier).Assembly.GetName().Version!.ToString(fieldCount: 3));
    }

    /// <inheritdoc/>
    public IPactVerifier WithHttpEndpoint(Uri pactUri)
    {
        ArgumentNullException.ThrowIfNull(pactUri);
        if (pactUri is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            throw new ArgumentException($"The provider's address is '{pactUri}', which does not begin with http:// or https://.", nameof(pactUri));
        Demand(_http is null, "There is an HTTP endpoint already.");
        Demand(!_hasSource, "Endpoints must be named before the source of the pacts.");
        _http = pactUri;
        return this;
    }

    /// <inheritdoc/>
    public IPactVerifier WithMessages(Action<IMessageScenarios> configure) => WithMessages(configure, new JsonSerializerOptions());

    /// <inheritdoc/>
    public IPactVerifier WithMessages(Action<IMessageScenarios> configure, JsonSerializerOptions settings)
    {
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentNullException.ThrowIfNull(settings);
        Demand(_scenarios is null, "There are messages already.");
        Demand(!_hasSource, "Messages must be added before the source of the pacts.");
        var scenarios = new MessageScenarios();
        configure(scenarios);
        _scenarios = (scenarios, settings);
        return this;
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithFileSource(FileInfo pactFile)
    {
        ArgumentNullException.ThrowIfNull(pactFile);
        var pacts = PactFiles.Read(pactFile);
        SetEndpoints();
        NativeMethods.AddFileSource(_verifier, pactFile.FullName);
        return Source(pacts);
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithDirectorySource(DirectoryInfo directory, params string[] consumers)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(consumers);
        var pacts = PactFiles.Read(directory, consumers);
        SetEndpoints();
        NativeMethods.AddDirectorySource(_verifier, directory.FullName);
        NativeMethods.SetConsumers(_verifier, consumers, (ushort)consumers.Length);
        return Source(pacts);
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithUriSource(Uri pactUri) => WithUriSource(pactUri, _ => { });

    /// <inheritdoc/>
    public IPactVerifierSource WithUriSource(Uri pactUri, Action<IPactUriOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(pactUri);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new PactUriOptions();
        configure(options);
        SetEndpoints();
        options.Apply(_verifier, pactUri);
        return Source($"the pact at {pactUri}");
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri) => WithPactBrokerSource(brokerBaseUri, _ => { });

    /// <inheritdoc/>
    public IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri, Action<IPactBrokerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(brokerBaseUri);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new PactBrokerOptions();
        configure(options);
        SetEndpoints();
        options.Apply(_verifier, brokerBaseUri);
        return Source($"the pacts that {brokerBaseUri} selects");
    }

    /// <summary>Frees the verifier and stops the endpoint of the messages.</summary>
    public void Dispose()
    {
        _messages?.Dispose();
        _verifier.Dispose();
    }

    /// <summary>The core wants all endpoints before the source, and the provider's own before further ones.</summary>
    private void SetEndpoints()
    {
        Demand(_http is not null || _scenarios is not null, "There is nothing to verify yet; call WithHttpEndpoint or WithMessages first.");
        Demand(!_hasSource, "There is a source of pacts already.");
        Demand(
            _http is null || _scenarios is null || _http.IsLoopback,
            "With messages, the HTTP endpoint must be on 127.0.0.1, [::1] or localhost: the Pact core asks both of the same host.");
        _hasSource = true;

        const string Loopback = "127.0.0.1";
        if (_scenarios is var (scenarios, settings))
            _messages = MessageEndpoint.Start(scenarios, settings, _http is { HostNameType: UriHostNameType.IPv4 or UriHostNameType.IPv6 } ? _http.Host : Loopback);
        // A provider of messages alone has no HTTP endpoint, but the core wants one.
        var provider = _http ?? new Uri($"http://{Loopback}:{_messages!.Port}/");
        NativeMethods.SetProviderInfo(_verifier, _provider, provider.Scheme, provider.Host, (ushort)provider.Port, provider.AbsolutePath);
        if (_messages is not null)
            NativeMethods.AddTransport(_verifier, "message", _messages.Port, "/pact-messages", "http");
    }

    private PactVerifierSource Source(string pacts) => new(_verifier, _config, _provider, pacts, _messages);

    private static void Demand(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException(otherwise);
    }
}

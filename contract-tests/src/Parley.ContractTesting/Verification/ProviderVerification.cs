using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>
/// Verifies that a running provider keeps the pacts of its consumers: its answers to requests, and the messages that it sends. It knows beforehand what
/// there is to verify, so a mistake ends with a sentence within seconds, and nothing verified is never a success.
/// </summary>
/// <example>
/// <code>
/// var summary = await ProviderVerification.Of("greetings", address)
///     .WithPacts(PactSource.Folder("pacts"))
///     .WithState("Maria has been greeted", _ => greetings.Add("Maria"))
///     .VerifyAsync(cancellationToken);
/// </code>
/// </example>
public sealed class ProviderVerification
{
    // For an answer or a message. It ends the wait for a provider that hangs; a busy machine is not to reach it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _provider;
    private readonly Uri _address;
    private readonly Dictionary<string, Func<StateParameters, CancellationToken, Task<JsonObject?>>> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<CancellationToken, Task<JsonNode?>>> _messages = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Value)> _headers = [];
    private Func<CancellationToken, Task>? _beforeEach;
    private PactSource? _source;
    private InteractionFilter _filter = InteractionFilter.None;
    private Action<string> _output = Console.WriteLine;

    private ProviderVerification(string provider, Uri address)
    {
        _provider = provider;
        _address = address;
    }

    /// <summary>Starts to describe a verification.</summary>
    /// <param name="provider">The provider's name, as the pacts have it.</param>
    /// <param name="address">Where it listens, on 127.0.0.1, [::1] or localhost. A real server: the Pact core calls it over HTTP.</param>
    public static ProviderVerification Of(string provider, Uri address)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentNullException.ThrowIfNull(address);
        return new ProviderVerification(provider, address);
    }

    /// <summary>Sets where the pacts come from.</summary>
    public ProviderVerification WithPacts(PactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        return this;
    }

    /// <summary>Sets up a provider state. It is called before each interaction that names the state, so it must be able to be called again.</summary>
    /// <param name="name">The state's name, as the pacts have it.</param>
    /// <param name="setUp">Brings the state about.</param>
    /// <exception cref="ArgumentException">The state has been added already.</exception>
    public ProviderVerification WithState(string name, Action<StateParameters> setUp)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        return WithState(name, (parameters, _) =>
        {
            setUp(parameters);
            return Task.FromResult<JsonObject?>(null);
        });
    }

    /// <inheritdoc cref="WithState(string, Action{StateParameters})"/>
    public ProviderVerification WithState(string name, Func<StateParameters, CancellationToken, Task> setUp)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        return WithState(name, async (parameters, cancellationToken) =>
        {
            await setUp(parameters, cancellationToken).ConfigureAwait(false);
            return (JsonObject?)null;
        });
    }

    /// <summary>Sets up a provider state, and tells values that pacts take from it, such as the id of what was made.</summary>
    /// <param name="name">The state's name, as the pacts have it.</param>
    /// <param name="setUp">Brings the state about. What it returns are the values for the pact's <c>ProviderState</c> generators; null for none.</param>
    /// <exception cref="ArgumentException">The state has been added already.</exception>
    public ProviderVerification WithState(string name, Func<StateParameters, CancellationToken, Task<JsonObject?>> setUp)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(setUp);
        if (!_states.TryAdd(name, setUp))
            throw new ArgumentException($"The state '{name}' has been added already.", nameof(name));
        return this;
    }

    /// <summary>Sets what is done before each interaction and ahead of its states, such as emptying the database.</summary>
    public ProviderVerification BeforeEach(Func<CancellationToken, Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _beforeEach = action;
        return this;
    }

    /// <summary>Adds a header to every request to the provider, such as the credentials of a user for tests.</summary>
    public ProviderVerification WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        _headers.Add((name, value));
        return this;
    }

    /// <summary>
    /// Tells how a message comes about. Let the provider do what causes it, take the message from where it really arrives, and leave out what
    /// differs from run to run: an object made up here would prove nothing.
    /// </summary>
    /// <param name="description">The message's description, as the pacts have it.</param>
    /// <param name="produce">Causes the message and returns it; called after the state has been set up.</param>
    /// <exception cref="ArgumentException">The message has been added already.</exception>
    public ProviderVerification WithMessage(string description, Func<CancellationToken, Task<JsonNode?>> produce)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(produce);
        if (!_messages.TryAdd(description, produce))
            throw new ArgumentException($"The message '{description}' has been added already.", nameof(description));
        return this;
    }

    /// <summary>Verifies only some interactions, and publishes no results; each argument is a regular expression, null for any.</summary>
    /// <param name="description">What an interaction's description has to match.</param>
    /// <param name="state">What the name of one of its states has to match.</param>
    public ProviderVerification Only(string? description = null, string? state = null)
    {
        _filter = new InteractionFilter(description, state);
        return this;
    }

    /// <summary>Sets who is told how it goes; the console by default. The Pact core writes its own report to the standard error output in any case.</summary>
    public ProviderVerification WithOutput(Action<string> writeLine)
    {
        ArgumentNullException.ThrowIfNull(writeLine);
        _output = writeLine;
        return this;
    }

    /// <summary>Verifies.</summary>
    /// <param name="cancellationToken">Gives up before the Pact core has begun; the core itself cannot be interrupted.</param>
    /// <returns>What was verified.</returns>
    /// <exception cref="PactVerificationFailedException">The provider does not keep a pact.</exception>
    /// <exception cref="PactFailureException">
    /// It could not be verified: there is no pact, the broker does not answer or refuses the credentials, a pact is malformed, nothing matches the
    /// filter, a state or message of the pacts has not been added, or the broker has not taken the results. The message says which, and what to do.
    /// </exception>
    public async Task<VerificationSummary> VerifyAsync(CancellationToken cancellationToken = default)
    {
        var source = _source ?? throw new InvalidOperationException("Say where the pacts are: call WithPacts.");
        if (source.Publishes && _filter != InteractionFilter.None)
            throw new PactFailureException("The result of a part would be published as that of the whole pact. Leave Only out, or publish nothing (PublishAsVersion, PACT_PROVIDER_VERSION).");
        var pacts = _filter.Apply(await source.ReadAsync(_provider, cancellationToken).ConfigureAwait(false));
        RequireStatesAndMessages(pacts);

        var report = new CoreReport(_output);
        var states = await ProviderStateEndpoint.StartAsync(_states, _beforeEach, cancellationToken).ConfigureAwait(false);
        await using (states.ConfigureAwait(false))
        {
            // The core blocks its thread until everything is verified.
            await Task.Run(() => Verify(source, states, pacts, report, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await source.ConfirmAsync(pacts, cancellationToken).ConfigureAwait(false);
        var summary = VerificationSummary.Of(_provider, pacts, report.PendingFailures);
        _output(summary.ToString());
        return summary;
    }

    private void Verify(PactSource source, ProviderStateEndpoint states, IReadOnlyList<PactDocument> pacts, CoreReport report, CancellationToken cancellationToken)
    {
        using var verifier = new PactVerifier(_provider, new PactVerifierConfig { LogLevel = PactLogLevel.Error, Outputters = [report] });
        verifier.WithHttpEndpoint(_address);
        // Without messages the core must not be given a place to ask for them: it would ask there for everything.
        if (pacts.Any(pact => pact.Messages.Any()))
            verifier.WithMessages(scenarios => AddTo(scenarios, cancellationToken));

        var verification = source.AddTo(verifier).WithProviderStateUrl(states.Address, options => options.WithTeardown()).WithRequestTimeout(Patience);
        _filter.AddTo(verification);
        foreach (var (name, value) in _headers)
            verification.WithCustomHeader(name, value);
        try
        {
            verification.Verify();
        }
        catch (PactVerificationFailedException exception) when (states.Refusals.Count > 0)
        {
            throw new PactVerificationFailedException($"{exception.Message}{Environment.NewLine}{string.Join(Environment.NewLine, states.Refusals)}", exception);
        }

        // Those of pending interactions: the core says of a state only that it failed.
        foreach (var refusal in states.Refusals)
            _output(refusal);

        // The core asks for every state before an interaction, and once where there is none: fewer calls mean that something was passed over.
        var expected = pacts.Sum(pact => pact.Interactions.Sum(interaction => Math.Max(1, interaction.States.Count)));
        if (states.Calls < expected)
            throw new PactVerificationFailedException($"The Pact core set up {states.Calls} provider states where the pacts have {expected}: not everything was verified.");
    }

    private void AddTo(IMessageScenarios scenarios, CancellationToken cancellationToken)
    {
        foreach (var (description, produce) in _messages)
        {
            scenarios.Add(description, builder => builder
                .WithMetadata(new { contentType = "application/json" })
                .WithContentAsync(async () => await produce(cancellationToken).ConfigureAwait(false)));
        }
    }

    /// <summary>What is pending is left out: a consumer's wish for something new must not fail the provider's build.</summary>
    private void RequireStatesAndMessages(IReadOnlyList<PactDocument> pacts)
    {
        var binding = pacts.Where(pact => !pact.IsPending)
            .Select(pact => pact with { Interactions = [.. pact.Interactions.Where(interaction => !interaction.IsPending)] }).ToList();
        Require("provider state", "WithState", _states.Keys, binding.SelectMany(pact => pact.Interactions, (pact, interaction) => (pact, interaction)).SelectMany(pair => pair.interaction.States, (pair, state) => (state, pair.pact)));
        Require("message", "WithMessage", _messages.Keys, binding.SelectMany(pact => pact.Messages, (pact, message) => (message.Description, pact)));
    }

    private void Require(string what, string method, ICollection<string> known, IEnumerable<(string Name, PactDocument Pact)> needed)
    {
        var missing = needed.Where(entry => !known.Contains(entry.Name)).Select(entry => $"- '{entry.Name}' (pact of {entry.Pact.Consumer})").Distinct().ToList();
        if (missing.Count > 0)
            throw new PactFailureException($"The pacts of {_provider} name a {what} that nobody has added; call {method} for:{Environment.NewLine}{string.Join(Environment.NewLine, missing)}");
    }
}

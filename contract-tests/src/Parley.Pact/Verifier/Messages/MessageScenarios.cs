namespace Parley.Pacts;

internal sealed class MessageScenarios : IMessageScenarios
{
    private readonly Dictionary<string, Scenario> _scenarios = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Scenario> Scenarios => _scenarios;

    public IMessageScenarios Add(string description, Func<object?> factory) => Add(description, builder => builder.WithContent(factory));

    public IMessageScenarios Add(string description, Action<IMessageScenarioBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new MessageScenarioBuilder(description);
        configure(builder);
        if (!_scenarios.TryAdd(description, builder.Build()))
            throw new ArgumentException($"The message '{description}' has been added already.", nameof(description));
        return this;
    }

    public IMessageScenarios Add(string description, Func<IMessageScenarioBuilder, Task> configure) =>
        // Only sets the factory; waiting does not block, unless the caller does more there than its purpose.
        Add(description, builder => configure(builder).GetAwaiter().GetResult());
}
